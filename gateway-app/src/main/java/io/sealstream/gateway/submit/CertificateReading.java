package io.sealstream.gateway.submit;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.Certification;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.EventRules;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.seal.KeyRegister;
import io.sealstream.core.seal.RejectReason;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes a certificate of what a caller states. Whether it is right, the sealer decides. */
final class CertificateReading {
    private static final KeyId NO_KEY = new KeyId("");

    private final Certification certification;
    private final Supplier<KeyRegister> keys;

    /** @param keys as they are now */
    CertificateReading(Certification certification, Supplier<KeyRegister> keys) {
        this.certification = certification;
        this.keys = keys;
    }

    /** What it gave. */
    sealed interface Result {
        /** @param certificate null where there is none, and the ledger does without */
        record Read(@Nullable Certificate certificate) implements Result {}

        record Refused(Answer.Refused answer) implements Result {}
    }

    /** @param defaultKey of a signature that names none; null where it must */
    Result read(@Nullable StatedCertificate stated, @Nullable KeyId defaultKey) {
        if (stated == null) {
            return certification == Certification.REQUIRED
                    ? refused(
                            RejectReason.CERTIFICATE_MISSING,
                            "the event has no certificate, and this ledger requires one; sign it, and give the signature")
                    : new Result.Read(null);
        }
        return SignatureText.parse(stated.signature())
                .map(text -> read(stated, text, defaultKey))
                .orElseGet(() -> opaque(
                        stated,
                        RejectReason.INVALID,
                        "the signature is no base64, with the key id and a colon before it or without"));
    }

    private Result read(StatedCertificate stated, SignatureText text, @Nullable KeyId defaultKey) {
        if (!stated.keyId().isEmpty()
                && !text.keyId().isEmpty()
                && !stated.keyId().equals(text.keyId())) {
            return refused(
                    RejectReason.INVALID,
                    "key_id is \"" + stated.keyId() + "\", and the signature names \"" + text.keyId() + "\"; give one");
        }
        KeyId keyId = keyId(stated, text, defaultKey);
        if (keyId == null) {
            return opaque(
                    stated,
                    RejectReason.INVALID,
                    "the signature names no key; give key_id:base64, or key_id beside it");
        }
        Optional<String> violation = EventRules.keyIdViolation(keyId);
        if (violation.isPresent()) {
            return opaque(stated, RejectReason.INVALID, violation.get());
        }
        return stated.algorithm().isEmpty()
                ? ofKey(stated, text, keyId)
                : SignatureAlgorithm.ofJsonName(stated.algorithm())
                        .<Result>map(algorithm -> certificate(stated, text, keyId, algorithm))
                        .orElseGet(() -> refused(
                                RejectReason.INVALID,
                                "algorithm is \"" + stated.algorithm()
                                        + "\"; give Ed25519, ECDSA-P256-SHA256, ML-DSA-65 or Opaque, or leave it out"));
    }

    private static @Nullable KeyId keyId(StatedCertificate stated, SignatureText text, @Nullable KeyId defaultKey) {
        String named = stated.keyId().isEmpty() ? text.keyId() : stated.keyId();
        return named.isEmpty() ? defaultKey : new KeyId(named);
    }

    private Result ofKey(StatedCertificate stated, SignatureText text, KeyId keyId) {
        Optional<SignatureAlgorithm> algorithm = keys.get().algorithm(keyId);
        return algorithm.isPresent()
                ? certificate(stated, text, keyId, algorithm.get())
                : opaque(stated, RejectReason.KEY_UNKNOWN, "no key \"" + keyId + "\" is registered");
    }

    private static Result certificate(
            StatedCertificate stated, SignatureText text, KeyId keyId, SignatureAlgorithm algorithm) {
        return new Result.Read(new Certificate(algorithm, keyId, text.signature(), stated.batch()));
    }

    /** The text is kept as it came where the ledger records certificates, and refused where it does anything else with them. */
    private Result opaque(StatedCertificate stated, RejectReason elsewhere, String detail) {
        return certification == Certification.RECORDED
                ? new Result.Read(new Certificate(
                        SignatureAlgorithm.OPAQUE, NO_KEY, Bytes.utf8(stated.signature()), stated.batch()))
                : refused(elsewhere, detail);
    }

    private static Result refused(RejectReason reason, String detail) {
        return new Result.Refused(Answer.Refused.of(reason, detail));
    }
}
