package io.sealstream.core.verify;

import io.sealstream.core.Hash;
import io.sealstream.core.Sha256;
import io.sealstream.core.event.EventId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Event ids in memory, by their SHA-256: some 43 to 86 bytes each, however long they are. As exact as the ledger itself,
 * which rests on SHA-256 too. Not safe to share between threads.
 */
public final class InMemoryEventIds implements EventIds {
    private static final int SHARDS = 256;

    private final DigestSet[] shards = new DigestSet[SHARDS];

    public InMemoryEventIds() {
        for (int i = 0; i < SHARDS; i++) {
            shards[i] = new DigestSet();
        }
    }

    @Override
    public Claim claim(EventId eventId) {
        Hash digest = Sha256.of(eventId.value().getBytes(StandardCharsets.UTF_8));
        ByteBuffer words = ByteBuffer.wrap(digest.toByteArray());
        int shard = words.get(0) & 0xFF;
        return () -> shards[shard].add(words.getLong(0), words.getLong(8), words.getLong(16), words.getLong(24));
    }
}
