package io.sealstream.core.event;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Text that travels with an event, ordered by the unsigned bytes of its keys. */
public final class Metadata {
    public static final Metadata EMPTY = new Metadata(new TreeMap<>());

    private final SortedMap<String, String> entries;

    private Metadata(SortedMap<String, String> entries) {
        this.entries = entries;
    }

    /** @throws IllegalArgumentException where a key or value has no UTF-8 form, or there are over 65,535 entries */
    public static Metadata of(Map<String, String> entries) {
        if (entries.isEmpty()) {
            return EMPTY;
        }
        if (entries.size() > 0xFFFF) {
            throw new IllegalArgumentException(
                    "metadata has " + entries.size() + " entries; the format can hold 65535");
        }
        SortedMap<String, String> sorted = new TreeMap<>(Text::compareUtf8);
        entries.forEach((key, value) -> {
            Text.requireEncodable("a metadata key", key);
            Text.length(value);
            sorted.put(key, value);
        });
        return new Metadata(sorted);
    }

    public int size() {
        return entries.size();
    }

    public void forEach(BiConsumer<String, String> action) {
        entries.forEach(action);
    }

    public SortedMap<String, String> asMap() {
        return Collections.unmodifiableSortedMap(entries);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Metadata that && entries.equals(that.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
