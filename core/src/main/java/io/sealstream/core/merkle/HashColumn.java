package io.sealstream.core.merkle;

import io.sealstream.core.Hash;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A growing row of hashes at 32 bytes each: as objects they would take more than twice that. */
final class HashColumn {
    private static final int CHUNK_HASHES = 64;

    private final List<ByteBuffer> chunks = new ArrayList<>();
    private long size;

    void add(Hash hash) {
        if (size % CHUNK_HASHES == 0) {
            chunks.add(ByteBuffer.allocate(CHUNK_HASHES * Hash.LENGTH));
        }
        hash.writeTo(chunks.getLast());
        size++;
    }

    Hash get(long index) {
        byte[] hash = new byte[Hash.LENGTH];
        chunks.get(Math.toIntExact(index / CHUNK_HASHES)).get((int) (index % CHUNK_HASHES) * Hash.LENGTH, hash);
        return Hash.wrap(hash);
    }

    long size() {
        return size;
    }
}
