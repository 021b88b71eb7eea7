package io.sealstream.core.event;

import io.sealstream.core.Bytes;
import io.sealstream.core.key.PublicKey;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers which signatures over batches were found good lately. A batch's events come one after another, all with the
 * same signature over the same statement, and to check it costs more than everything else about them.
 */
final class GoodBatches {
    private static final int CAPACITY = 1_024;

    private final Map<SignedBatch, Boolean> good = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SignedBatch, Boolean> eldest) {
            return size() > CAPACITY;
        }
    };

    record SignedBatch(PublicKey key, Bytes statement, Bytes signature) {}

    synchronized boolean has(SignedBatch batch) {
        return good.get(batch) != null;
    }

    synchronized void add(SignedBatch batch) {
        good.put(batch, true);
    }
}
