package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.PrivateKey;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.verify.Finding;
import io.sealstream.core.verify.FindingKind;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is not Ed25519 and SHA-256, from the intake to the verifier's word. */
@ExtendWith(TrialLedgers.class)
class AlgorithmsIT {
    private static PrivateKey key(SignatureAlgorithm algorithm) {
        return PrivateKey.generate(algorithm, new SecureRandom());
    }

    private static KeyAdded added(PrivateKey key, KeyRole role) {
        return new KeyAdded(key.keyId(), key.publicKey(), role, List.of());
    }

    @Test
    void aChainOfBlake3WithKeysOfOtherAlgorithmsGoesOnAfterARestart(TrialLedger ledger) throws Exception {
        PrivateKey root = key(SignatureAlgorithm.ECDSA_P256_SHA256);
        PrivateKey producer = key(SignatureAlgorithm.ML_DSA_65);
        SealedEvent genesis = ledger.init(Certification.REQUIRED, HashAlgorithm.BLAKE3);
        Submitter submitter = ledger.submitter(genesis.eventHash());
        submitter.submit("root-added", added(root, KeyRole.ROOT));
        submitter.submit(submitter.certified(Draft.of("producer-added", added(producer, KeyRole.PRODUCER)), root));
        submitter.submit(submitter.certified(Draft.of("single"), producer));
        Outcomes outcomes = ledger.outcomes();
        try (RunningSealer first = ledger.start()) {
            first.awaitHealthy();
            outcomes.awaitSealedCount(4);
        }

        ledger.start().awaitHealthy();

        new Certifier(genesis.eventHash(), producer)
                .certifyBatch(
                        List.of(Draft.of("batch-1").event(), Draft.of("batch-2").event()))
                .forEach(submitter::submit);
        assertThat(outcomes.awaitSealedCount(6).event().eventId().value()).isEqualTo("batch-2");
        assertThat(Audit.requireWhole(ledger).findings()).isEmpty();
    }

    @Test
    void anOpaqueCertificateIsSealedAsItCameWhereCertificatesAreRecorded(TrialLedger ledger) throws Exception {
        SealedEvent genesis = ledger.init(Certification.RECORDED);
        Certificate opaque = new Certificate(
                SignatureAlgorithm.OPAQUE, new KeyId(""), Bytes.wrap(new byte[Certificate.MAX_SIGNATURE_BYTES]), null);
        CertifiedEvent event = new CertifiedEvent(Draft.of("opaque").event(), opaque);
        ledger.submitter(genesis.eventHash()).submit(event);

        ledger.start().awaitHealthy();

        assertThat(ledger.outcomes().awaitSealed("opaque").certified()).isEqualTo(event);
        assertThat(Audit.requireWhole(ledger).findings())
                .extracting(Finding::kind)
                .containsExactly(FindingKind.OPAQUE_CERTIFICATE);
    }
}
