package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.ChainHash;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.SealHeader;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.Ed25519Scheme;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.PrivateKey;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.verify.FaultKind;
import io.sealstream.core.verify.Verdict;
import io.sealstream.core.verify.VerificationResult;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Ledgers whose keys are of each algorithm and whose chain has each hash: sealer and verifier agree about them. */
class AlgorithmsTest {
    private static PrivateKey key(SignatureAlgorithm algorithm, String keyId) {
        return PrivateKey.generate(algorithm, new SecureRandom()).withKeyId(new KeyId(keyId));
    }

    private static Genesis genesis(PrivateKey root, HashAlgorithm hash) {
        Genesis usual = TestLedger.genesis(Certification.REQUIRED);
        return new Genesis(
                usual.ledger(),
                usual.origin(),
                hash,
                usual.certification(),
                usual.createdAtMs(),
                usual.topics(),
                List.of(new NamedPublicKey(root.keyId(), root.publicKey())),
                null);
    }

    private static List<SealedEvent> begun(Genesis genesis) {
        ChainHash hash = ChainHash.of(genesis.hash());
        return new ArrayList<>(List.of(GenesisRecord.of(genesis, hash)));
    }

    private static TestLedger ledger(Genesis genesis) {
        return new TestLedger(genesis, TestLedger.TOPICS, SealingLimits.DEFAULT);
    }

    @ParameterizedTest
    @EnumSource(names = "OPAQUE", mode = Mode.EXCLUDE)
    void sealsWhatKeysOfTheAlgorithmCertifyAloneAndInABatch(SignatureAlgorithm algorithm) {
        PrivateKey root = key(algorithm, "root");
        PrivateKey producer = key(algorithm, "producer");
        Genesis genesis = genesis(root, HashAlgorithm.SHA_256);
        TestLedger ledger = ledger(genesis);
        List<SealedEvent> records = begun(genesis);

        records.add(ledger.sealed(
                ledger.certify(Draft.of("k", TestKeys.producer(producer)).event(), root)));
        records.add(ledger.sealed(ledger.certify(Draft.of("single").event(), producer)));
        List<Event> batch = IntStream.range(0, 3)
                .mapToObj(i -> Draft.of("batch-" + i).event())
                .toList();
        new Certifier(ledger.ledgerId(), producer)
                .certifyBatch(batch)
                .forEach(event -> records.add(ledger.sealed(event)));

        assertThat(Verified.of(records).verdict(Set.of())).isEqualTo(Verdict.VERIFIED);
    }

    @ParameterizedTest
    @EnumSource(names = "OPAQUE", mode = Mode.EXCLUDE)
    void refusesASignatureWithOneBitChangedAndTheVerifierDoesToo(SignatureAlgorithm algorithm) {
        PrivateKey producer = key(algorithm, "producer");
        Genesis genesis = genesis(TestKeys.ROOT, HashAlgorithm.SHA_256);
        TestLedger ledger = ledger(genesis);
        List<SealedEvent> records = begun(genesis);
        records.add(ledger.sealed(ledger.control(TestKeys.producer(producer))));
        CertifiedEvent genuine = ledger.certify(Draft.of("e").event(), producer);

        RejectedEvent rejected = ledger.rejected(withOneBitChanged(genuine));

        assertThat(rejected.reason()).isEqualTo(RejectReason.SIGNATURE_INVALID);
        records.add(sealedUnseen(ledger, withOneBitChanged(genuine)));
        assertThat(Verified.of(records).faults().listed())
                .singleElement()
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo(FaultKind.SIGNATURE_INVALID));
    }

    @ParameterizedTest
    @EnumSource
    void linksTheChainWithTheHashOfTheGenesis(HashAlgorithm hash) {
        Genesis genesis = genesis(TestKeys.ROOT, hash);
        TestLedger ledger = ledger(genesis);
        List<SealedEvent> records = begun(genesis);

        records.add(ledger.sealed(ledger.control(TestKeys.producer(TestKeys.PRODUCER))));
        records.add(ledger.sealed(ledger.certify(Draft.of("e"))));

        VerificationResult result = Verified.of(records);
        assertThat(result.verdict(Set.of())).isEqualTo(Verdict.VERIFIED);
        ChainHash chain = ChainHash.of(hash);
        assertThat(result.head()).isEqualTo(records.getLast().header(hash).eventHash(chain));
    }

    /** Whatever a sealer cannot check, it does not seal. */
    @Test
    void refusesKeysAndCertificatesOfAnAlgorithmThatTheSealerLacks() {
        PrivateKey root = key(SignatureAlgorithm.ML_DSA_65, "root");
        TestLedger ledger = new TestLedger(
                genesis(root, HashAlgorithm.SHA_256),
                TestLedger.TOPICS,
                SealingLimits.DEFAULT,
                new CertificateVerifier(SignatureSchemes.of(List.of(new Ed25519Scheme()))));

        RejectedEvent rejected = ledger.rejected(
                ledger.certify(Draft.of("k", TestKeys.producer(root)).event(), root));

        assertThat(rejected.reason()).isEqualTo(RejectReason.SIGNATURE_INVALID);
        assertThat(rejected.detail()).contains("can't check ML-DSA-65");
    }

    @Test
    void addsNoKeyOfAnAlgorithmThatTheSealerLacks() {
        TestLedger ledger = new TestLedger(
                TestLedger.genesis(Certification.REQUIRED),
                TestLedger.TOPICS,
                SealingLimits.DEFAULT,
                new CertificateVerifier(SignatureSchemes.of(List.of(new Ed25519Scheme()))));

        RejectedEvent rejected = ledger.rejected(
                ledger.control(TestKeys.producer(key(SignatureAlgorithm.ECDSA_P256_SHA256, "producer"))));

        assertThat(rejected.reason()).isEqualTo(RejectReason.INVALID);
        assertThat(rejected.detail()).contains("can't check ECDSA-P256-SHA256");
    }

    private static CertifiedEvent withOneBitChanged(CertifiedEvent genuine) {
        Certificate certificate = Objects.requireNonNull(genuine.certificate());
        byte[] signature = certificate.signature().toByteArray();
        signature[signature.length / 2] ^= 1;
        return new CertifiedEvent(
                genuine.event(),
                new Certificate(certificate.algorithm(), certificate.keyId(), Bytes.wrap(signature), null));
    }

    /** As a sealer with a bug, or a forger, would seal it. */
    private static SealedEvent sealedUnseen(TestLedger ledger, CertifiedEvent certified) {
        SealerState state = ledger.state();
        var header = new SealHeader(
                HashAlgorithm.SHA_256,
                state.head().sequence().next(),
                state.head().eventHash(),
                state.head().sealedAtMs(),
                IntakePosition.at(state.head().intakeOffset() + 1),
                certified.event().digest(),
                certified.certificateDigest());
        return SealedEvent.seal(header, TestLedger.SHA_256, certified);
    }
}
