package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Event;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCheckTest {
    private static final Event EVENT = Draft.of("e").event();
    private static final Ed25519SigningKey OTHER = TestKeys.named("other");

    private final TestLedger ledger = TestLedger.requiringCertificates();

    static Stream<Arguments> forgeries() {
        return Stream.of(
                forgery("a bit of R", c -> signature(c, flipped(c.signature(), 0))),
                forgery("a bit of S", c -> signature(c, flipped(c.signature(), 63))),
                forgery("no signature", c -> signature(c, Bytes.EMPTY)),
                forgery("zeros", c -> signature(c, Bytes.wrap(new byte[64]))),
                forgery("a byte short", c -> signature(c, c.signature().cutAt(63))),
                forgery(
                        "a byte long",
                        c -> signature(c, Bytes.ofHex(c.signature().hex() + "00"))),
                forgery(
                        "another algorithm",
                        c -> new Certificate(
                                SignatureAlgorithm.ECDSA_P256_SHA256, c.keyId(), c.signature(), c.batch())),
                forgery("as a batch of one", c -> batch(c, new BatchProof(0, 1, List.of()))));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void refusesASignatureThatWasTouched(UnaryOperator<Certificate> forge) {
        Certificate genuine = certificate(ledger.certify(EVENT, TestKeys.PRODUCER));

        RejectedEvent rejected = ledger.rejected(new CertifiedEvent(EVENT, forge.apply(genuine)));

        assertThat(rejected.reason()).isEqualTo(RejectReason.SIGNATURE_INVALID);
        assertThat(rejected.detail())
                .contains("\"producer-1\"", ledger.ledgerId().hex());
    }

    @Test
    void refusesACertificateOfAnotherEvent() {
        Certificate others = certificate(ledger.certify(Draft.of("other")));

        RejectedEvent rejected = ledger.rejected(new CertifiedEvent(EVENT, others));

        assertThat(rejected.reason()).isEqualTo(RejectReason.SIGNATURE_INVALID);
    }

    @Test
    void refusesACertificateMadeForAnotherLedger() {
        RejectedEvent rejected = ledger.rejected(new Certifier(Hash.ZERO, TestKeys.PRODUCER).certify(EVENT));

        assertThat(rejected.reason()).isEqualTo(RejectReason.SIGNATURE_INVALID);
    }

    /** Key confusion: the statement names the key, so a signature can't be passed off as another key's. */
    @Test
    void refusesACertificateUnderTheIdOfAnotherKey() {
        ledger.sealed(ledger.control(TestKeys.producer(OTHER)));
        Certificate genuine = certificate(ledger.certify(EVENT, TestKeys.PRODUCER));
        Certificate relabelled =
                new Certificate(genuine.algorithm(), OTHER.keyId(), genuine.signature(), genuine.batch());

        RejectedEvent rejected = ledger.rejected(new CertifiedEvent(EVENT, relabelled));

        assertThat(rejected.reason()).isEqualTo(RejectReason.SIGNATURE_INVALID);
    }

    @Test
    void refusesAControlEventWithAForgedSignature() {
        CertifiedEvent genuine = ledger.control(TestKeys.producer(OTHER));
        Certificate forged =
                signature(certificate(genuine), flipped(certificate(genuine).signature(), 5));

        RejectedEvent rejected = ledger.rejected(new CertifiedEvent(genuine.event(), forged));

        assertThat(rejected.reason()).isEqualTo(RejectReason.SIGNATURE_INVALID);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8, 64})
    void sealsEveryEventOfABatch(int size) {
        for (CertifiedEvent certified : batchOf(size)) {
            assertThat(ledger.sealed(certified).certified()).isEqualTo(certified);
        }
    }

    @Test
    void sealsTheEventsOfABatchInAnyOrderAndOnlySomeOfThem() {
        List<CertifiedEvent> batch = new ArrayList<>(batchOf(5));
        Collections.reverse(batch);

        batch.subList(1, 4).forEach(ledger::sealed);
    }

    static Stream<Arguments> forgedBatches() {
        return Stream.of(
                forgedBatch("another index", b -> new BatchProof(2, 5, b.path())),
                forgedBatch("index = size", b -> new BatchProof(5, 5, b.path())),
                forgedBatch("negative index", b -> new BatchProof(-1, 5, b.path())),
                forgedBatch("another size", b -> new BatchProof(1, 6, b.path())),
                forgedBatch("size 0", b -> new BatchProof(1, 0, b.path())),
                forgedBatch("negative size", b -> new BatchProof(1, -5, b.path())),
                forgedBatch("no path", b -> new BatchProof(1, 5, List.of())),
                forgedBatch("path cut", b -> new BatchProof(1, 5, b.path().subList(0, 2))),
                forgedBatch("path prolonged", b -> new BatchProof(1, 5, prolonged(b.path()))),
                forgedBatch(
                        "path turned round", b -> new BatchProof(1, 5, b.path().reversed())),
                forgedBatch("the longest path", b -> new BatchProof(1, 5, Collections.nCopies(63, Hash.ZERO))));
    }

    @ParameterizedTest
    @MethodSource("forgedBatches")
    void refusesAPlaceInABatchThatWasTouched(UnaryOperator<BatchProof> forge) {
        CertifiedEvent genuine = batchOf(5).get(1);
        Certificate certificate = certificate(genuine);
        BatchProof proof = Objects.requireNonNull(certificate.batch());

        RejectedEvent rejected =
                ledger.rejected(new CertifiedEvent(genuine.event(), batch(certificate, forge.apply(proof))));

        assertThat(rejected.reason()).isEqualTo(RejectReason.SIGNATURE_INVALID);
    }

    @Test
    void refusesTheSignatureOfABatchAsOneOfASingleEvent() {
        CertifiedEvent genuine = batchOf(1).getFirst();
        Certificate certificate = certificate(genuine);
        Certificate single =
                new Certificate(certificate.algorithm(), certificate.keyId(), certificate.signature(), null);

        RejectedEvent rejected = ledger.rejected(new CertifiedEvent(genuine.event(), single));

        assertThat(rejected.reason()).isEqualTo(RejectReason.SIGNATURE_INVALID);
    }

    private List<CertifiedEvent> batchOf(int size) {
        List<Event> events = IntStream.range(0, size)
                .mapToObj(i -> Draft.of("batch-" + i).event())
                .toList();
        return new Certifier(ledger.ledgerId(), TestKeys.PRODUCER).certifyBatch(events);
    }

    private static Arguments forgery(String name, UnaryOperator<Certificate> forge) {
        return argumentSet(name, forge);
    }

    private static Arguments forgedBatch(String name, UnaryOperator<BatchProof> forge) {
        return argumentSet(name, forge);
    }

    private static Certificate certificate(CertifiedEvent certified) {
        return Objects.requireNonNull(certified.certificate());
    }

    private static Certificate signature(Certificate c, Bytes signature) {
        return new Certificate(c.algorithm(), c.keyId(), signature, c.batch());
    }

    private static Certificate batch(Certificate c, BatchProof batch) {
        return new Certificate(c.algorithm(), c.keyId(), c.signature(), batch);
    }

    private static Bytes flipped(Bytes bytes, int index) {
        byte[] copy = bytes.toByteArray();
        copy[index] ^= 1;
        return Bytes.wrap(copy);
    }

    private static List<Hash> prolonged(List<Hash> path) {
        List<Hash> longer = new ArrayList<>(path);
        longer.add(Hash.ZERO);
        return longer;
    }
}
