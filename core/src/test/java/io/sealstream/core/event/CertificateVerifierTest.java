package io.sealstream.core.event;

import static io.sealstream.core.event.CertificateVerifier.Answer.INVALID;
import static io.sealstream.core.event.CertificateVerifier.Answer.UNSUPPORTED;
import static io.sealstream.core.event.CertificateVerifier.Answer.VALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.key.Ed25519Scheme;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.key.SignatureScheme;
import io.sealstream.core.key.SignatureSchemes;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CertificateVerifierTest {
    private static final Ed25519SigningKey KEY =
            Ed25519SigningKey.ofSeed(Bytes.ofHex("07".repeat(32))).withKeyId(new KeyId("producer"));
    private static final Hash LEDGER_ID = Hash.ofHex("11".repeat(32));
    private static final Certifier CERTIFIER = new Certifier(LEDGER_ID, KEY);
    private final CertificateVerifier verifier = new CertificateVerifier(SignatureSchemes.supported());

    private static Event event(int i) {
        Payload payload = Payload.inline(Bytes.utf8("payload " + i));
        return new Event(new EventId("event-" + i), new EventType("type"), 1, 0, payload, Metadata.EMPTY);
    }

    private static Certificate certificate(CertifiedEvent certified) {
        return Objects.requireNonNull(certified.certificate());
    }

    private CertificateVerifier.Answer verify(Certificate certificate, Event event) {
        return verifier.verify(new CertifiedEvent(event, certificate), KEY.publicKey(), LEDGER_ID);
    }

    @Test
    void aSingleCertificateHoldsForItsEventItsLedgerAndItsKey() {
        Certificate certificate = certificate(CERTIFIER.certify(event(1)));
        assertThat(verify(certificate, event(1))).isEqualTo(VALID);
        assertThat(verify(certificate, event(2))).isEqualTo(INVALID);
        assertThat(verifier.verify(new CertifiedEvent(event(1), certificate), KEY.publicKey(), Hash.ZERO))
                .isEqualTo(INVALID);
        Certificate relabelled =
                new Certificate(certificate.algorithm(), new KeyId("other"), certificate.signature(), null);
        assertThat(verify(relabelled, event(1))).isEqualTo(INVALID);
    }

    @Test
    void batchesOfAllSizesVerifyAndEachCertificateHoldsForItsOwnEvent() {
        for (int size = 1; size <= 17; size++) {
            List<Event> events = IntStream.range(0, size)
                    .mapToObj(CertificateVerifierTest::event)
                    .toList();
            List<CertifiedEvent> batch = CERTIFIER.certifyBatch(events);
            assertThat(batch).hasSize(size);
            for (int i = 0; i < size; i++) {
                assertThat(verify(certificate(batch.get(i)), events.get(i))).isEqualTo(VALID);
                assertThat(verify(certificate(batch.get(i)), event(i + 1_000))).isEqualTo(INVALID);
            }
        }
    }

    @Test
    void theSignatureOfABatchIsCheckedOnceBeItGoodOrBad() {
        CountingScheme counting = new CountingScheme();
        CertificateVerifier counted = new CertificateVerifier(SignatureSchemes.of(List.of(counting)));
        List<Event> events = List.of(event(0), event(1), event(2));
        List<CertifiedEvent> batch = CERTIFIER.certifyBatch(events);
        for (int i = 0; i < 3; i++) {
            counted.verify(batch.get(i), KEY.publicKey(), LEDGER_ID);
        }
        assertThat(counting.verified).isEqualTo(1);
        for (int i = 0; i < 3; i++) {
            counted.verify(batch.get(i), KEY.publicKey(), Hash.ZERO);
        }
        assertThat(counting.verified).isEqualTo(2);
    }

    /** Whatever is remembered of a batch, when all of it was valid a moment ago. */
    @Test
    void aBatchThatIsKnownHoldsForNothingElse() {
        List<Event> events =
                IntStream.range(0, 8).mapToObj(CertificateVerifierTest::event).toList();
        Certificate third = certificate(CERTIFIER.certifyBatch(events).get(2));
        BatchProof proof = Objects.requireNonNull(third.batch());
        Ed25519SigningKey other = Ed25519SigningKey.ofSeed(Bytes.ofHex("08".repeat(32)));
        Bytes otherSignature =
                certificate(CERTIFIER.certifyBatch(events.subList(0, 4)).get(2)).signature();

        for (Certificate forged : List.of(
                with(third, KEY.keyId(), otherSignature, proof),
                with(third, new KeyId("other"), third.signature(), proof),
                with(third, KEY.keyId(), third.signature(), new BatchProof(2, 7, proof.path())),
                with(third, KEY.keyId(), third.signature(), new BatchProof(3, 8, proof.path())))) {
            assertThat(verify(third, events.get(2))).isEqualTo(VALID);
            assertThat(verify(forged, events.get(2))).as(forged.toString()).isEqualTo(INVALID);
        }
        assertThat(verify(third, events.get(2))).isEqualTo(VALID);
        assertThat(verifier.verify(new CertifiedEvent(events.get(2), third), other.publicKey(), LEDGER_ID))
                .isEqualTo(INVALID);
        assertThat(verifier.verify(new CertifiedEvent(events.get(2), third), KEY.publicKey(), Hash.ZERO))
                .isEqualTo(INVALID);
        assertThat(verify(third, events.get(3))).isEqualTo(INVALID);
    }

    /** Batches by turns: what is remembered of one meets the events of another all the time. */
    @Test
    void threadsThatShareItGetTheAnswersThatOneGets() {
        List<List<CertifiedEvent>> batches = IntStream.range(0, 20)
                .mapToObj(batch -> CERTIFIER.certifyBatch(IntStream.range(0, 16)
                        .mapToObj(i -> event(16 * batch + i))
                        .toList()))
                .toList();

        List<CertificateVerifier.Answer> answers = IntStream.range(0, 100_000)
                .parallel()
                .mapToObj(i -> {
                    Event event = batches.get(i % 20).get(i % 16).event();
                    // Every third has the certificate of its neighbour.
                    int certified = i % 3 == 0 ? (i + 1) % 16 : i % 16;
                    return verify(certificate(batches.get(i % 20).get(certified)), event);
                })
                .toList();

        assertThat(answers)
                .isEqualTo(IntStream.range(0, 100_000)
                        .mapToObj(i -> i % 3 == 0 ? INVALID : VALID)
                        .toList());
    }

    private static Certificate with(Certificate as, KeyId keyId, Bytes signature, BatchProof batch) {
        return new Certificate(as.algorithm(), keyId, signature, batch);
    }

    @Test
    void theSameEventIsAskedForOnceForEachKeyAndLedger() {
        CountingScheme counting = new CountingScheme();
        CertificateVerifier first = new CertificateVerifier(SignatureSchemes.of(List.of(counting)));
        CertificateVerifier second = new CertificateVerifier(SignatureSchemes.of(List.of(counting)));
        CertifiedEvent certified = CERTIFIER.certify(event(1));
        assertThat(first.verify(certified, KEY.publicKey(), LEDGER_ID)).isEqualTo(VALID);
        assertThat(first.verify(certified, KEY.publicKey(), LEDGER_ID)).isEqualTo(VALID);
        assertThat(counting.verified).isEqualTo(1);
        assertThat(first.verify(certified, KEY.publicKey(), Hash.ZERO)).isEqualTo(INVALID);
        assertThat(second.verify(certified, KEY.publicKey(), LEDGER_ID)).isEqualTo(VALID);
        assertThat(counting.verified).isEqualTo(3);
    }

    @Test
    void noEventsNeedNoSignature() {
        assertThat(CERTIFIER.certifyBatch(List.of())).isEmpty();
    }

    @Test
    void aBatchOutOfBoundsIsInvalid() {
        Certificate good =
                certificate(CERTIFIER.certifyBatch(List.of(event(0), event(1))).getFirst());
        BatchProof proof = Objects.requireNonNull(good.batch());
        List<BatchProof> bad = List.of(
                new BatchProof(2, 2, proof.path()),
                new BatchProof(-1, 2, proof.path()),
                new BatchProof(0, 0, proof.path()),
                new BatchProof(0, -1, proof.path()),
                new BatchProof(0, 2, List.of()),
                new BatchProof(0, Long.MAX_VALUE, Collections.nCopies(64, Hash.ZERO)));
        assertThat(bad).allSatisfy(batch -> {
            Certificate certificate = new Certificate(good.algorithm(), good.keyId(), good.signature(), batch);
            assertThat(verify(certificate, event(0))).isEqualTo(INVALID);
        });
    }

    @Test
    void aSingleSignatureIsNoBatchSignature() {
        Certificate single = certificate(CERTIFIER.certify(event(1)));
        Certificate asBatch = new Certificate(
                single.algorithm(), single.keyId(), single.signature(), new BatchProof(0, 1, List.of()));
        assertThat(verify(asBatch, event(1))).isEqualTo(INVALID);
    }

    @Test
    void anAlgorithmThatIsNotTheKeysIsInvalid() {
        Certificate certificate = certificate(CERTIFIER.certify(event(1)));
        Certificate relabelled =
                new Certificate(SignatureAlgorithm.ML_DSA_65, certificate.keyId(), certificate.signature(), null);
        assertThat(verify(relabelled, event(1))).isEqualTo(INVALID);
    }

    @Test
    void whatAVerifierLacksIsUnsupportedAndOpaqueIsNoKey() {
        CertificateVerifier one = new CertificateVerifier(SignatureSchemes.of(List.of(new Ed25519Scheme())));
        Bytes bytes = Bytes.wrap(new byte[32]);
        assertThat(one.allows(new PublicKey(SignatureAlgorithm.ML_DSA_65, bytes)))
                .isEqualTo(UNSUPPORTED);
        assertThat(one.allows(new PublicKey(SignatureAlgorithm.OPAQUE, bytes))).isEqualTo(INVALID);
        assertThat(one.allows(KEY.publicKey())).isEqualTo(VALID);
    }

    private static final class CountingScheme implements SignatureScheme {
        private final SignatureScheme scheme = new Ed25519Scheme();
        private int verified;

        @Override
        public SignatureAlgorithm algorithm() {
            return scheme.algorithm();
        }

        @Override
        public boolean isAllowed(Bytes publicKey) {
            return scheme.isAllowed(publicKey);
        }

        @Override
        public boolean verify(Bytes publicKey, byte[] statement, Bytes signature) {
            verified++;
            return scheme.verify(publicKey, statement, signature);
        }
    }
}
