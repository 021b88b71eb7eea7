package io.sealstream.core.event;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.GoodBatches.SignedBatch;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.key.SignatureScheme;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.merkle.InclusionProof;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether a certificate's mathematics is right; docs/format.md section 3. Whether its key was allowed to certify the
 * event is decided by the sealer and the verifier, each for itself. Safe to share between threads.
 */
public final class CertificateVerifier {
    private final SignatureSchemes schemes;
    private final GoodBatches goodBatches = new GoodBatches();

    public CertificateVerifier(SignatureSchemes schemes) {
        this.schemes = schemes;
    }

    public enum Answer {
        VALID,
        INVALID,
        /** This build lacks the algorithm. */
        UNSUPPORTED
    }

    /** @param key the registered key that has the certificate's key id */
    public Answer verify(Certificate certificate, PublicKey key, Hash ledgerId, Hash eventDigest) {
        if (certificate.algorithm() != key.algorithm()) {
            return Answer.INVALID;
        }
        Optional<byte[]> statement = statement(certificate, ledgerId, eventDigest);
        if (statement.isEmpty()) {
            return Answer.INVALID;
        }
        Bytes signature = certificate.signature();
        return certificate.batch() == null
                ? check(key, scheme -> scheme.verify(key.encoded(), statement.get(), signature))
                : check(key, scheme -> verify(scheme, new SignedBatch(key, Bytes.wrap(statement.get()), signature)));
    }

    /** Whether the rule of the key's algorithm allows it to be registered. */
    public Answer allows(PublicKey key) {
        return check(key, scheme -> scheme.isAllowed(key.encoded()));
    }

    private boolean verify(SignatureScheme scheme, SignedBatch batch) {
        if (goodBatches.has(batch)) {
            return true;
        }
        boolean good = scheme.verify(batch.key().encoded(), batch.statement().unsafeArray(), batch.signature());
        if (good) {
            goodBatches.add(batch);
        }
        return good;
    }

    private Answer check(PublicKey key, Predicate<SignatureScheme> test) {
        return schemes.find(key.algorithm())
                .map(scheme -> test.test(scheme) ? Answer.VALID : Answer.INVALID)
                .orElse(key.algorithm() == SignatureAlgorithm.OPAQUE ? Answer.INVALID : Answer.UNSUPPORTED);
    }

    /** Empty where the batch's index, size or path is out of bounds. */
    private static Optional<byte[]> statement(Certificate certificate, Hash ledgerId, Hash eventDigest) {
        BatchProof batch = certificate.batch();
        if (batch == null) {
            return Optional.of(Statement.single(ledgerId, certificate.algorithm(), certificate.keyId(), eventDigest));
        }
        if (batch.path().size() > BatchProof.MAX_PATH) {
            return Optional.empty();
        }
        return new InclusionProof(batch.leafIndex(), batch.treeSize(), batch.path())
                .computeRoot(Statement.batchLeaf(eventDigest))
                .map(root -> Statement.batch(
                        ledgerId, certificate.algorithm(), certificate.keyId(), batch.treeSize(), root));
    }
}
