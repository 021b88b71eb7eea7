package io.sealstream.topology;

/**
 * The end of what the stream thread polled last. The processor commits when it gets there: at a low rate each record at
 * once, at a high rate as many as came together. Nothing in a record decides this, since producers write records.
 *
 * <p>Written and read by the stream thread alone.
 */
final class PolledBatch {
    private long lastOffset = Long.MAX_VALUE;

    void polledUpTo(long offset) {
        lastOffset = offset;
    }

    boolean endsAt(long offset) {
        return offset >= lastOffset;
    }
}
