package io.sealstream.core.event;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sha256;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.SignatureAlgorithm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A signature by a registered key over a statement about an event, or about a batch of events.
 *
 * @param batch where the event stands in the batch; null for a certificate of one event
 */
public record Certificate(
        SignatureAlgorithm algorithm,
        KeyId keyId,
        Bytes signature,
        @Nullable BatchProof batch) {
    public static final int MAX_SIGNATURE_BYTES = 8 * 1024;
    private static final byte[] DOMAIN = "sealstream/certificate/v1\n".getBytes(StandardCharsets.US_ASCII);

    public Certificate {
        Text.requireEncodable("key_id", keyId.value());
    }

    /** The certificate digest, docs/format.md section 3. */
    public Hash digest() {
        byte[] keyIdBytes = Text.utf8(keyId.value());
        int batchSize = batch == null ? 0 : 2 * Long.BYTES + 2 + batch.path().size() * Hash.LENGTH;
        ByteBuffer out =
                ByteBuffer.allocate(DOMAIN.length + 1 + 2 + keyIdBytes.length + 4 + signature.length() + 1 + batchSize);
        out.put(DOMAIN);
        out.put((byte) algorithm.id());
        Text.putStr16(out, keyIdBytes);
        out.putInt(signature.length());
        out.put(signature.unsafeArray());
        if (batch == null) {
            out.put((byte) 0);
        } else {
            out.put((byte) 1);
            out.putLong(batch.leafIndex());
            out.putLong(batch.treeSize());
            out.putShort((short) batch.path().size());
            batch.path().forEach(node -> node.writeTo(out));
        }
        return Sha256.of(out.array());
    }
}
