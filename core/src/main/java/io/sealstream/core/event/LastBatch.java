package io.sealstream.core.event;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.CertificateVerifier.Answer;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.merkle.AuditClimb;
import io.sealstream.core.merkle.InclusionProof;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Certificates of batches as they come, mostly the events of one batch one after another: the way to the root is followed
 * once for what they share, and what the signature over the root gave is known. Not safe to share between threads.
 */
final class LastBatch {
    private final AuditClimb climb = new AuditClimb();
    private @Nullable Signed last;
    private Answer answer = Answer.INVALID;

    /** All that the answer depends on, once an event's path leads to {@code root}. */
    private record Signed(PublicKey key, KeyId keyId, Hash ledgerId, long treeSize, Hash root, Bytes signature) {
        byte[] statement() {
            return Statement.batch(ledgerId, key.algorithm(), keyId, treeSize, root);
        }
    }

    /** Checks a signature over a statement. */
    interface SignatureVerifier {
        Answer verify(PublicKey key, byte[] statement, Bytes signature);
    }

    /** @param key of the certificate's algorithm */
    Answer answer(
            Certificate certificate,
            BatchProof batch,
            Hash eventDigest,
            PublicKey key,
            Hash ledgerId,
            SignatureVerifier signatures) {
        if (batch.path().size() > BatchProof.MAX_PATH) {
            return Answer.INVALID;
        }
        Optional<Hash> root = climb.root(
                new InclusionProof(batch.leafIndex(), batch.treeSize(), batch.path()),
                Statement.batchLeaf(eventDigest));
        if (root.isEmpty()) {
            return Answer.INVALID;
        }
        Signed signed =
                new Signed(key, certificate.keyId(), ledgerId, batch.treeSize(), root.get(), certificate.signature());
        if (!signed.equals(last)) {
            answer = signatures.verify(key, signed.statement(), signed.signature());
            last = signed;
        }
        return answer;
    }
}
