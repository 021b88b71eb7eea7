package io.sealstream.core.key;

import io.sealstream.core.Bytes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Remembers what the keys used last parsed to, also that they did not: parsing one, with the check of its order, costs
 * as much as checking a signature.
 */
final class ParsedKeys<T> {
    private static final int CAPACITY = 1_024;

    private final Function<Bytes, Optional<T>> parser;
    private final Map<Bytes, Optional<T>> parsed = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Bytes, Optional<T>> eldest) {
            return size() > CAPACITY;
        }
    };

    ParsedKeys(Function<Bytes, Optional<T>> parser) {
        this.parser = parser;
    }

    synchronized Optional<T> get(Bytes key) {
        return parsed.computeIfAbsent(key, parser);
    }
}
