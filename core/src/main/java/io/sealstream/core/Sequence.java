package io.sealstream.core;

/**
 * A record's place in the ledger: 0 for the genesis, then one more each time. Never an offset of Kafka's: transaction
 * markers take offsets too.
 *
 * @param value an unsigned 64-bit number in the format; this implementation ends at 2^63 - 1
 */
public record Sequence(long value) implements Comparable<Sequence> {
    public static final Sequence GENESIS = new Sequence(0);

    public Sequence {
        if (value < 0) {
            throw new IllegalArgumentException("a sequence is at least 0, not " + value);
        }
    }

    public Sequence next() {
        return new Sequence(Math.addExact(value, 1));
    }

    public boolean isGenesis() {
        return value == 0;
    }

    @Override
    public int compareTo(Sequence other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
