package io.sealstream.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.ChainHash;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.Ed25519Scheme;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.verify.VerificationOptions.Signatures;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What this verifier cannot check it neither calls right nor wrong. */
class UnsupportedAlgorithmTest {
    private static final CertificateVerifier WITHOUT_ANY = new CertificateVerifier(SignatureSchemes.of(List.of()));

    private static final VerificationOptions WITHOUT_BLAKE3 = new VerificationOptions(
            null,
            algorithm -> algorithm == HashAlgorithm.BLAKE3 ? Optional.empty() : Optional.of(ChainHash.of(algorithm)),
            Signatures.ALL);

    private static VerificationResult resultWithoutAny(List<SealedEvent> records) {
        return result(WITHOUT_ANY, VerificationOptions.OF_FILE, records);
    }

    @Test
    void signaturesThatCannotBeCheckedMakeItIncomplete() {
        VerificationResult result =
                resultWithoutAny(LedgerBuilder.ledger().events(3).records());
        assertThat(result.verdict(Set.of())).isEqualTo(Verdict.INCOMPLETE);
        assertThat(result.unsupportedAlgorithms()).containsExactly("Ed25519");
    }

    @Test
    void aControlEventThatCannotBeJudgedTakesEffect() {
        LedgerBuilder ledger =
                LedgerBuilder.ledger().control(Keys.revoke(Keys.PRODUCER)).events(1);
        VerificationResult result = resultWithoutAny(ledger.records());
        assertThat(Verifications.inShort(result.faults().listed())).containsExactly("3 KEY_REVOKED");
        assertThat(result.verdict(Set.of())).isEqualTo(Verdict.TAMPERED);
    }

    @Test
    void aKeyThatCannotBeJudgedIsAddedAndItsCertificatesAreNotJudged() {
        CertificateVerifier ed25519 = new CertificateVerifier(SignatureSchemes.of(List.of(new Ed25519Scheme())));
        PublicKey key = new PublicKey(SignatureAlgorithm.ML_DSA_65, Bytes.wrap(new byte[7]));
        KeyId keyId = new KeyId("producer-pq");
        Certificate certificate = new Certificate(SignatureAlgorithm.ML_DSA_65, keyId, Bytes.wrap(new byte[9]), null);
        List<SealedEvent> records = LedgerBuilder.ledger()
                .control(new KeyAdded(keyId, key, KeyRole.PRODUCER, List.of()))
                .seal(new CertifiedEvent(Events.ordinary("event"), certificate))
                .records();
        VerificationResult result = result(ed25519, VerificationOptions.OF_FILE, records);
        assertThat(result.faults().isEmpty()).isTrue();
        assertThat(result.verdict(Set.of())).isEqualTo(Verdict.INCOMPLETE);
        assertThat(result.unsupportedAlgorithms()).containsExactly("ML-DSA-65");
        assertThat(Verifications.faults(records)).containsExactly("2 CONTROL_INVALID", "3 KEY_UNKNOWN");
    }

    @Test
    void aResumedVerificationStillKnowsWhatItCouldNotJudge() {
        Verification first = new Verification(WITHOUT_ANY, new InMemoryEventIds(), VerificationOptions.OF_FILE);
        first.accept(Verifications.lines(LedgerBuilder.ledger().records()));
        Verification second = Verification.resume(
                first.state(), first.controlEvents(), WITHOUT_ANY, new InMemoryEventIds(), VerificationOptions.OF_FILE);
        assertThat(second.resultAtEnd().verdict(Set.of())).isEqualTo(Verdict.INCOMPLETE);
    }

    @Test
    void aResumedVerificationStillKnowsThatItCouldNotComputeTheHash() {
        List<SealedEvent> records = Blake3Ledger.records();
        Verification first = new Verification(Verifications.VERIFIER, new InMemoryEventIds(), WITHOUT_BLAKE3);
        first.accept(Verifications.lines(records));
        Verification second = Verification.resume(
                first.state(), first.controlEvents(), Verifications.VERIFIER, new InMemoryEventIds(), WITHOUT_BLAKE3);
        assertThat(second.resultAtEnd().unsupportedAlgorithms()).containsExactly("BLAKE3");
    }

    @Test
    void aHashThatCannotBeComputedMakesItIncompleteAndItsChainIsStillJudged() {
        List<SealedEvent> records = Blake3Ledger.records();
        VerificationResult result = result(Verifications.VERIFIER, WITHOUT_BLAKE3, records);
        assertThat(result.verdict(Set.of())).isEqualTo(Verdict.INCOMPLETE);
        assertThat(result.unsupportedAlgorithms()).containsExactly("BLAKE3");

        records.set(1, Sealed.withEventHash(records.get(1), Hash.ZERO));
        VerificationResult broken = result(Verifications.VERIFIER, WITHOUT_BLAKE3, records);
        assertThat(Verifications.inShort(broken.faults().listed())).containsExactly("2 CHAIN_BROKEN");
    }

    private static VerificationResult result(
            CertificateVerifier verifier, VerificationOptions options, List<SealedEvent> records) {
        Verification verification = new Verification(verifier, new InMemoryEventIds(), options);
        verification.accept(Verifications.lines(records));
        return verification.resultAtEnd();
    }
}
