package io.sealstream.core.event;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What the seal fixes about a record, 144 bytes; docs/format.md section 4.
 *
 * @param sealedAtMs milliseconds since 1970-01-01T00:00:00Z
 */
public record SealHeader(
        HashAlgorithm hashAlgorithm,
        Sequence sequence,
        Hash previousHash,
        long sealedAtMs,
        IntakePosition intake,
        Hash eventDigest,
        Hash certificateDigest) {
    public static final int LENGTH = 144;
    private static final byte[] DOMAIN = "sealstream/seal/v1\n".getBytes(StandardCharsets.US_ASCII);

    public byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(LENGTH);
        write(out);
        return out.array();
    }

    /** The event hash, which links the chain: {@code chainHash} over 0x00 and the header. */
    public Hash eventHash(ChainHash chainHash) {
        return chainHash.of(leafInput());
    }

    /** The leaf of the Merkle tree: SHA-256 over the same bytes, whatever the ledger's own hash is. */
    public Hash leafHash() {
        return Sha256.of(leafInput());
    }

    private byte[] leafInput() {
        ByteBuffer out = ByteBuffer.allocate(1 + LENGTH);
        out.put((byte) 0);
        write(out);
        return out.array();
    }

    private void write(ByteBuffer out) {
        out.put(DOMAIN);
        out.put((byte) hashAlgorithm.id());
        out.putLong(sequence.value());
        previousHash.writeTo(out);
        out.putLong(sealedAtMs);
        out.putInt(intake.partition());
        out.putLong(intake.offset());
        eventDigest.writeTo(out);
        certificateDigest.writeTo(out);
    }
}
