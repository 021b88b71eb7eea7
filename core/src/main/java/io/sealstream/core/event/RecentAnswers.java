package io.sealstream.core.event;

import io.sealstream.core.Hash;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Remembers the answers to the questions asked last, at least {@code capacity} and about twice as many at most. Who asks
 * beside another for the same answer mostly waits for that one; an answer may be found twice.
 *
 * <p>The oldest go first, however often they were asked for: whoever needs an answer once more needs it soon, or never.
 */
final class RecentAnswers {
    private final int capacity;
    private final AtomicReference<Generations> generations =
            new AtomicReference<>(new Generations(new ConcurrentHashMap<>(), new ConcurrentHashMap<>()));

    private record Generations(Map<Hash, Boolean> older, Map<Hash, Boolean> newer) {}

    RecentAnswers(int capacity) {
        this.capacity = capacity;
    }

    /** @param work finds the answer where it is not remembered */
    boolean get(Hash question, BooleanSupplier work) {
        Generations now = generations.get();
        Boolean known = now.older.get(question);
        if (known != null) {
            return known;
        }
        boolean answer = now.newer.computeIfAbsent(question, asked -> work.getAsBoolean());
        if (now.newer.size() >= capacity) {
            generations.compareAndSet(now, new Generations(now.newer, new ConcurrentHashMap<>()));
        }
        return answer;
    }
}
