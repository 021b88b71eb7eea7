package io.sealstream.core.verify;

import java.util.HashMap;
import java.util.Map;

/**
 * Outcomes in memory, for ledgers that are short: some 9 bytes each where offsets follow one another, since they share pages
 * of 64, and some 600 for one that stands alone. Keeps all. Not safe to share between threads.
 */
public final class InMemoryIntakeOutcomes implements IntakeOutcomes {
    private static final int PAGE = 64;

    private final Map<Long, long[]> pages = new HashMap<>();

    @Override
    public long find(long offset) {
        long[] page = pages.get(offset / PAGE);
        return page == null ? 0 : page[(int) (offset % PAGE)];
    }

    @Override
    public void put(long offset, long word) {
        pages.computeIfAbsent(offset / PAGE, number -> new long[PAGE])[(int) (offset % PAGE)] = word;
    }

    @Override
    public boolean keeps(long offset) {
        return true;
    }
}
