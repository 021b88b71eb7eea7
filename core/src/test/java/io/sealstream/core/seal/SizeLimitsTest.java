package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.control.Certification;
import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Payload;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeLimitsTest {
    /** The fixed part of a record, as the limit counts it. */
    private static final int FIXED = 512;

    @Test
    void takesAPayloadOf900KiBByDefaultAndNotAByteMore() {
        TestLedger ledger = TestLedger.withoutCertificates();

        ledger.sealed(Draft.of("at").payload(zeros(900 * 1024)).uncertified());
        RejectedEvent rejected =
                ledger.rejected(Draft.of("over").payload(zeros(900 * 1024 + 1)).uncertified());

        assertThat(rejected.reason()).isEqualTo(RejectReason.TOO_LARGE);
        assertThat(rejected.detail()).isEqualTo("payload has 921601 bytes, at most 921600 are taken");
    }

    @Test
    void doesNotLimitWhatIsKeptElsewhere() {
        Payload elsewhere = Payload.at("s3://bucket/object", Long.MAX_VALUE, Hash.ZERO);

        TestLedger.withoutCertificates().sealed(Draft.of("e").payload(elsewhere).uncertified());
    }

    @Test
    void takesASignatureOf8KiBAndNotAByteMore() {
        TestLedger ledger = new TestLedger(Certification.RECORDED);

        ledger.sealed(signed("at", 8192, null));
        RejectedEvent rejected = ledger.rejected(signed("over", 8193, null));

        assertThat(rejected.reason()).isEqualTo(RejectReason.TOO_LARGE);
        assertThat(rejected.detail()).startsWith("signature has 8193 bytes");
    }

    @Test
    void takesAPathOf63HashesAndNotOneMore() {
        TestLedger ledger = new TestLedger(Certification.RECORDED);

        ledger.sealed(signed("at", 64, path(63)));
        RejectedEvent rejected = ledger.rejected(signed("over", 64, path(64)));

        assertThat(rejected.reason()).isEqualTo(RejectReason.TOO_LARGE);
        assertThat(rejected.detail()).contains("path has 64 hashes");
    }

    static Stream<Arguments> recordsThatFillALimit() {
        Draft plain = Draft.of("event").type("type");
        int bare = FIXED + "event".length() + "type".length();
        Certificate certificate =
                new Certificate(SignatureAlgorithm.ED25519, new KeyId("key"), Bytes.wrap(new byte[64]), path(3));
        return Stream.of(
                argumentSet("payload", plain.payload(zeros(1000)).uncertified(), bare + 1000),
                argumentSet("salt", plain.payload(salted()).uncertified(), bare + 32),
                argumentSet("payload_ref", plain.payload(elsewhere()).uncertified(), bare + 3),
                argumentSet(
                        "metadata, whose entries have a cost of their own",
                        plain.payload("").metadata(Map.of("é", "1234")).uncertified(),
                        bare + 10 + 2 + 4),
                argumentSet(
                        "certificate",
                        new CertifiedEvent(plain.payload("").event(), certificate),
                        bare + "key".length() + 64 + 3 * 32));
    }

    @ParameterizedTest
    @MethodSource("recordsThatFillALimit")
    void countsEveryFieldThatCanGrow(CertifiedEvent certified, int bytes) {
        assertThat(new SealingLimits(100_000, bytes, 0).violation(certified)).isEmpty();
        assertThat(new SealingLimits(100_000, bytes - 1, 0).violation(certified))
                .hasValueSatisfying(detail ->
                        assertThat(detail).contains("has " + bytes + " bytes, at most " + (bytes - 1) + " are taken"));
    }

    @Test
    void rejectsARecordOverTheLimitThoughEachFieldIsWithinItsOwn() {
        TestLedger ledger = new TestLedger(Certification.NONE, new SealingLimits(2_000, 2_000, 64));

        RejectedEvent rejected =
                ledger.rejected(Draft.of("e").payload(zeros(1_500)).uncertified());

        assertThat(rejected.reason()).isEqualTo(RejectReason.TOO_LARGE);
        assertThat(rejected.detail()).contains("payload, metadata and certificate together");
        assertThat(rejected.eventId()).hasToString("e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sealstream.e"})
    void saysTooLargeFirstWhereARuleIsBrokenToo(String eventId) {
        Draft both = Draft.of(eventId).payload(zeros(900 * 1024 + 1));

        RejectedEvent rejected = TestLedger.requiringCertificates().rejected(both.uncertified());

        assertThat(rejected.reason()).isEqualTo(RejectReason.TOO_LARGE);
    }

    private static CertifiedEvent signed(String id, int signatureBytes, @Nullable BatchProof batch) {
        Bytes signature = Bytes.wrap(new byte[signatureBytes]);
        return new CertifiedEvent(
                Draft.of(id).event(), new Certificate(SignatureAlgorithm.ED25519, new KeyId("key"), signature, batch));
    }

    private static BatchProof path(int length) {
        return new BatchProof(0, Long.MAX_VALUE, List.copyOf(Collections.nCopies(length, Hash.ZERO)));
    }

    private static Payload zeros(int length) {
        return Payload.inline(Bytes.wrap(new byte[length]));
    }

    private static Payload salted() {
        return Payload.inline(Bytes.EMPTY, Bytes.wrap(new byte[32]));
    }

    private static Payload elsewhere() {
        return Payload.at("s3:", 1, Hash.ZERO);
    }
}
