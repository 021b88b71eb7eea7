package io.sealstream.core.event;

import io.sealstream.core.Hash;
import io.sealstream.core.Sha256;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.SignatureAlgorithm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The bytes that a certificate signs, docs/format.md section 3. They name ledger and key, so they hold for no other. */
public final class Statement {
    private static final byte[] SINGLE = "sealstream/certify/v1\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BATCH = "sealstream/certify-batch/v1\n".getBytes(StandardCharsets.US_ASCII);

    private Statement() {}

    /** @param ledgerId the event_hash of the ledger's genesis */
    public static byte[] single(Hash ledgerId, SignatureAlgorithm algorithm, KeyId keyId, Hash eventDigest) {
        byte[] statement = new byte[length(SINGLE, keyId) + Hash.LENGTH];
        eventDigest.writeTo(begin(statement, SINGLE, ledgerId, algorithm, keyId));
        return statement;
    }

    /** @param root of the tree over the {@link #batchLeaf leaves} of the batch's events */
    public static byte[] batch(Hash ledgerId, SignatureAlgorithm algorithm, KeyId keyId, long treeSize, Hash root) {
        byte[] statement = new byte[length(BATCH, keyId) + Long.BYTES + Hash.LENGTH];
        root.writeTo(begin(statement, BATCH, ledgerId, algorithm, keyId).putLong(treeSize));
        return statement;
    }

    public static Hash batchLeaf(Hash eventDigest) {
        MessageDigest sha256 = Sha256.begin();
        sha256.update((byte) 0);
        eventDigest.updateInto(sha256);
        return Hash.wrap(sha256.digest());
    }

    private static int length(byte[] domain, KeyId keyId) {
        return domain.length + Hash.LENGTH + 1 + 2 + Text.length(keyId.value());
    }

    private static ByteBuffer begin(
            byte[] statement, byte[] domain, Hash ledgerId, SignatureAlgorithm algorithm, KeyId keyId) {
        ByteBuffer out = ByteBuffer.wrap(statement);
        out.put(domain);
        ledgerId.writeTo(out);
        out.put((byte) algorithm.id());
        Text.putStr16(out, Text.utf8(keyId.value()));
        return out;
    }
}
