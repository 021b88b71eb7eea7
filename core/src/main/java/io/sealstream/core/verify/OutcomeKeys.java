package io.sealstream.core.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The keys of outcomes by offset. Offsets mostly follow one another, so they share pages of 64, which makes some 9 bytes an
 * outcome; one that stands alone costs a page of some 600.
 */
final class OutcomeKeys {
    private static final int PAGE = 64;

    private final Map<Long, long[]> pages = new HashMap<>();

    /** @return whether it was added, false where the offset had one */
    boolean addIfAbsent(long offset, KeyPrint key) {
        long[] page = pages.computeIfAbsent(offset / PAGE, number -> new long[PAGE]);
        int place = (int) (offset % PAGE);
        if (page[place] != 0) {
            return false;
        }
        page[place] = key.bits();
        return true;
    }

    Optional<KeyPrint> find(long offset) {
        long[] page = pages.get(offset / PAGE);
        long bits = page == null ? 0 : page[(int) (offset % PAGE)];
        return bits == 0 ? Optional.empty() : Optional.of(new KeyPrint(bits));
    }
}
