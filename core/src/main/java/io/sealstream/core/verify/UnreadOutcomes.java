package io.sealstream.core.verify;

import io.sealstream.core.Bytes;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Outcomes that can't be decoded. All that is known of them is their keys, and those are kept up to a limit. Beyond it each
 * record without an outcome may be one of theirs, as it may where one of them has no key.
 */
final class UnreadOutcomes {
    /** Some 7 MB. */
    static final int MAX_KEYS = 100_000;

    private final Set<KeyPrint> keys = new HashSet<>();
    private final BitSet lengths = new BitSet();
    private long count;

    /** @param key of the intake record, or its beginning */
    void add(Bytes key) {
        KeyPrint print = isFull() ? KeyPrint.ofCut(Bytes.EMPTY) : KeyPrint.ofCut(key);
        keys.add(print);
        lengths.set(print.length());
        count++;
    }

    long count() {
        return count;
    }

    /** Whether one of them may be that of an intake record with this key. */
    boolean mayBeOf(Bytes key) {
        return lengths.stream()
                .takeWhile(length -> length <= key.length())
                .anyMatch(length -> keys.contains(KeyPrint.ofCut(key.cutAt(length))));
    }

    private boolean isFull() {
        return keys.size() >= MAX_KEYS;
    }
}
