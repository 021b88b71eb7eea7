package io.sealstream.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.key.SignatureSchemes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.crypto.digests.Blake3Digest;
import org.junit.jupiter.api.Test;

/** What this verifier cannot check it neither calls right nor wrong. */
class UnsupportedAlgorithmTest {
    private static final CertificateVerifier WITHOUT_ANY = new CertificateVerifier(SignatureSchemes.of(List.of()));

    private static VerificationResult resultWithoutAny(List<SealedEvent> records) {
        Verification verification = new Verification(WITHOUT_ANY, new InMemoryEventIds(), VerificationOptions.OF_FILE);
        verification.accept(Verifications.lines(records));
        return verification.resultAtEnd();
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
    void aKeyOfAnUnknownAlgorithmIsAddedAndItsCertificatesAreNotJudged() {
        PublicKey key = new PublicKey(SignatureAlgorithm.ML_DSA_65, Bytes.wrap(new byte[1952]));
        KeyId keyId = new KeyId("producer-pq");
        Certificate certificate =
                new Certificate(SignatureAlgorithm.ML_DSA_65, keyId, Bytes.wrap(new byte[3309]), null);
        LedgerBuilder ledger = LedgerBuilder.ledger()
                .control(new KeyAdded(keyId, key, KeyRole.PRODUCER, List.of()))
                .seal(new CertifiedEvent(Events.ordinary("event"), certificate));
        VerificationResult result = Verifications.result(ledger.records());
        assertThat(result.faults().isEmpty()).isTrue();
        assertThat(result.verdict(Set.of())).isEqualTo(Verdict.INCOMPLETE);
        assertThat(result.unsupportedAlgorithms()).containsExactly("ML-DSA-65");
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
    void aHashThatCannotBeComputedMakesItIncompleteAndItsChainIsStillJudged() {
        List<SealedEvent> records = blake3Ledger();
        assertThat(Verifications.verdict(records)).isEqualTo(Verdict.INCOMPLETE);
        assertThat(Verifications.result(records).unsupportedAlgorithms()).containsExactly("BLAKE3");

        records.set(1, Sealed.withEventHash(records.get(1), Hash.ZERO));
        assertThat(Verifications.faults(records)).containsExactly("2 CHAIN_BROKEN");
    }

    /** Three records whose chain is linked by BLAKE3. */
    private static List<SealedEvent> blake3Ledger() {
        Genesis sha256 = LedgerBuilder.genesis(Certification.NONE);
        Genesis genesis = new Genesis(
                sha256.ledger(),
                sha256.origin(),
                HashAlgorithm.BLAKE3,
                sha256.certification(),
                sha256.createdAtMs(),
                sha256.topics(),
                sha256.rootKeys(),
                null);
        List<SealedEvent> template = LedgerBuilder.begin(genesis)
                .uncertified(Events.ordinary("a"))
                .uncertified(Events.ordinary("b"))
                .records();
        List<SealedEvent> records = new ArrayList<>();
        Hash previous = Hash.ZERO;
        for (SealedEvent event : template) {
            SealedEvent linked = Sealed.withPreviousHash(event, previous);
            previous = linked.header(HashAlgorithm.BLAKE3).eventHash(UnsupportedAlgorithmTest::blake3);
            records.add(Sealed.withEventHash(linked, previous));
        }
        return records;
    }

    private static Hash blake3(byte[] input) {
        Blake3Digest digest = new Blake3Digest(Hash.LENGTH);
        digest.update(input, 0, input.length);
        byte[] hash = new byte[Hash.LENGTH];
        digest.doFinal(hash, 0);
        return Hash.wrap(hash);
    }
}
