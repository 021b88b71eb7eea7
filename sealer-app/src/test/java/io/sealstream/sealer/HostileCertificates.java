package io.sealstream.sealer;

import static io.sealstream.core.seal.RejectReason.CERTIFICATE_MISSING;
import static io.sealstream.core.seal.RejectReason.INVALID;
import static io.sealstream.core.seal.RejectReason.KEY_NOT_AUTHORIZED;
import static io.sealstream.core.seal.RejectReason.KEY_REVOKED;
import static io.sealstream.core.seal.RejectReason.KEY_UNKNOWN;
import static io.sealstream.core.seal.RejectReason.SIGNATURE_INVALID;
import static io.sealstream.core.seal.RejectReason.TOO_LARGE;
import static io.sealstream.sealer.Hostile.certified;
import static java.util.Objects.requireNonNull;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.seal.RejectReason;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Good events whose certificate does not do. {@link #REVOKED} was added and revoked before. */
final class HostileCertificates {
    static final Ed25519SigningKey REVOKED = TrialLedger.key(5, "revoked-1");
    private static final Draft GOOD = Draft.of(Hostile.ID);

    private HostileCertificates() {}

    static Stream<Hostile> all() {
        return Stream.of(
                certified("no certificate", CERTIFICATE_MISSING, "no certificate", s -> with(null)),
                certified("an unknown key", KEY_UNKNOWN, "nobody", s -> s.certified(GOOD, unknown())),
                certified("a revoked key", KEY_REVOKED, "revoked-1", s -> s.certified(GOOD, REVOKED)),
                certified("a root key", KEY_NOT_AUTHORIZED, "root-1", s -> s.certified(GOOD, TrialLedger.ROOT)),
                certified("another's key", SIGNATURE_INVALID, "producer-1", s -> s.certified(GOOD, impostor())),
                certified("another event's", SIGNATURE_INVALID, "", s -> with(of(s, Draft.of("other")))),
                certified(
                        "for another ledger",
                        SIGNATURE_INVALID,
                        "",
                        s -> new Certifier(Hash.ZERO, TrialLedger.PRODUCER).certify(GOOD.event())),
                changed(
                        "a short signature",
                        SIGNATURE_INVALID,
                        c -> signed(c, c.signature().cutAt(63))),
                changed("no signature", SIGNATURE_INVALID, c -> signed(c, Bytes.EMPTY)),
                changed("a huge signature", TOO_LARGE, c -> signed(c, Bytes.wrap(new byte[8_193]))),
                changed("a foreign algorithm", SIGNATURE_INVALID, c -> of(c, SignatureAlgorithm.ML_DSA_65)),
                changed("an Opaque signature", INVALID, c -> of(c, SignatureAlgorithm.OPAQUE)),
                changed("an index beyond the batch", SIGNATURE_INVALID, c -> batch(c, new BatchProof(1, 1, List.of()))),
                changed("an empty batch", SIGNATURE_INVALID, c -> batch(c, new BatchProof(0, 0, List.of()))),
                changed("a path too long", TOO_LARGE, c -> batch(c, new BatchProof(0, 2, hashes(64)))),
                changed("a path not used up", SIGNATURE_INVALID, c -> batch(c, new BatchProof(0, 1, hashes(1)))));
    }

    private static Hostile changed(String what, RejectReason reason, Function<Certificate, Certificate> change) {
        return certified(what, reason, "", submitter -> with(change.apply(of(submitter, GOOD))));
    }

    private static CertifiedEvent with(@Nullable Certificate certificate) {
        return new CertifiedEvent(GOOD.event(), certificate);
    }

    private static Certificate of(Submitter submitter, Draft draft) {
        return requireNonNull(submitter.certified(draft, TrialLedger.PRODUCER).certificate());
    }

    private static Certificate of(Certificate good, SignatureAlgorithm algorithm) {
        return new Certificate(algorithm, good.keyId(), good.signature(), null);
    }

    private static Certificate signed(Certificate good, Bytes signature) {
        return new Certificate(good.algorithm(), good.keyId(), signature, null);
    }

    private static Certificate batch(Certificate good, BatchProof proof) {
        return new Certificate(good.algorithm(), good.keyId(), good.signature(), proof);
    }

    private static List<Hash> hashes(int count) {
        return Collections.nCopies(count, Hash.ZERO);
    }

    private static Ed25519SigningKey unknown() {
        return TrialLedger.key(6, "nobody");
    }

    private static Ed25519SigningKey impostor() {
        return TrialLedger.key(6, "x").withKeyId(new KeyId("producer-1"));
    }
}
