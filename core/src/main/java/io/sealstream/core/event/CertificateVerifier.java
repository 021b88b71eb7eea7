package io.sealstream.core.event;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sha256;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.key.SignatureScheme;
import io.sealstream.core.key.SignatureSchemes;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Whether a certificate's mathematics is right; docs/format.md section 3. Whether its key was allowed to certify the
 * event is decided by the sealer and the verifier, each for itself. Safe to share between threads.
 *
 * <p>What a key, a statement and a signature gave is remembered for a while: the events of a batch have one signature. So is,
 * with each event, what was found out last: a sealer looks at it ahead and in its turn.
 */
public final class CertificateVerifier {
    /** More than are polled at a time; some 20 MB. */
    private static final int REMEMBERED = 100_000;

    private final SignatureSchemes schemes;
    private final RecentAnswers answers = new RecentAnswers(REMEMBERED);
    private final ThreadLocal<LastBatch> batches = ThreadLocal.withInitial(LastBatch::new);

    public CertificateVerifier(SignatureSchemes schemes) {
        this.schemes = schemes;
    }

    /** What the answer for one event depends on. */
    private record Question(CertificateVerifier verifier, PublicKey key, Hash ledgerId) {}

    public enum Answer {
        VALID,
        INVALID,
        /** This build lacks the algorithm. */
        UNSUPPORTED
    }

    /**
     * Whether the certificate of {@code certified}, which must have one, is right.
     *
     * @param key the registered key that has the certificate's key id
     */
    public Answer verify(CertifiedEvent certified, PublicKey key, Hash ledgerId) {
        Certificate certificate = Objects.requireNonNull(certified.certificate(), "there is no certificate");
        return certified.answer(
                new Question(this, key, ledgerId),
                () -> verify(certificate, key, ledgerId, certified.event().digest()));
    }

    private Answer verify(Certificate certificate, PublicKey key, Hash ledgerId, Hash eventDigest) {
        if (certificate.algorithm() != key.algorithm()) {
            return Answer.INVALID;
        }
        if (certificate.batch() == null) {
            return verify(
                    key,
                    Statement.single(ledgerId, certificate.algorithm(), certificate.keyId(), eventDigest),
                    certificate.signature());
        }
        return batches.get().answer(certificate, certificate.batch(), eventDigest, key, ledgerId, this::verify);
    }

    private Answer verify(PublicKey key, byte[] statement, Bytes signature) {
        return check(
                key,
                scheme -> answers.get(
                        question(key, statement, signature), () -> scheme.verify(key.encoded(), statement, signature)));
    }

    /** Whether the rule of the key's algorithm allows it to be registered. */
    public Answer allows(PublicKey key) {
        return check(key, scheme -> scheme.isAllowed(key.encoded()));
    }

    /** Two questions that differ never have the same form: what has no fixed length comes with it. */
    private static Hash question(PublicKey key, byte[] statement, Bytes signature) {
        MessageDigest sha256 = Sha256.begin();
        sha256.update((byte) key.algorithm().id());
        sha256.update(ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(key.encoded().length())
                .putInt(signature.length())
                .flip());
        sha256.update(key.encoded().unsafeArray());
        sha256.update(signature.unsafeArray());
        sha256.update(statement);
        return Hash.wrap(sha256.digest());
    }

    private Answer check(PublicKey key, Predicate<SignatureScheme> test) {
        return schemes.find(key.algorithm())
                .map(scheme -> test.test(scheme) ? Answer.VALID : Answer.INVALID)
                .orElse(key.algorithm() == SignatureAlgorithm.OPAQUE ? Answer.INVALID : Answer.UNSUPPORTED);
    }
}
