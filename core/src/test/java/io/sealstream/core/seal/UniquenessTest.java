package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Payload;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UniquenessTest {
    private static final Draft ORIGINAL = Draft.of("e").sealBeforeMs(TestLedger.CREATED_AT_MS + 100);

    private final TestLedger ledger = TestLedger.requiringCertificates();
    private final CertifiedEvent original = ledger.certify(ORIGINAL);

    @Test
    void namesTheOriginalOfADuplicate() {
        ledger.sealed(original);
        ledger.sealed(ledger.certify(Draft.of("another")));

        RejectedEvent rejected = ledger.rejected(original);

        assertThat(rejected.reason()).isEqualTo(RejectReason.DUPLICATE);
        assertThat(rejected.original()).isEqualTo(new Sequence(2));
        assertThat(rejected.eventId()).hasToString("e");
        assertThat(ledger.state().head().sequence()).isEqualTo(new Sequence(3));
    }

    @Test
    void callsALateRetryADuplicateThoughItsDeadlinesHavePassed() {
        ledger.sealed(original);
        ledger.clockSays(TestLedger.CREATED_AT_MS + 101);
        IntakeRecord whole = ledger.next(original);

        RejectedEvent rejected = ledger.rejected(new IntakeRecord(
                whole.offset(),
                whole.appendedAtMs(),
                whole.key(),
                whole.value(),
                Bytes.wrap(ByteBuffer.allocate(8).putLong(1).array()),
                whole.content()));

        assertThat(rejected.reason()).isEqualTo(RejectReason.DUPLICATE);
    }

    @Test
    void callsARetryADuplicateThoughItsKeyIsRevoked() {
        ledger.sealed(original);
        ledger.sealed(ledger.control(TestKeys.revoked(TestKeys.PRODUCER)));

        assertThat(ledger.rejected(original).reason()).isEqualTo(RejectReason.DUPLICATE);
    }

    @Test
    void callsTheSameEventWithAnotherCertificateADuplicate() {
        ledger.sealed(original);

        assertThat(ledger.rejected(ORIGINAL.uncertified()).reason()).isEqualTo(RejectReason.DUPLICATE);
    }

    static Stream<Draft> otherEvents() {
        return Stream.of(
                ORIGINAL.type("payment.refused"),
                ORIGINAL.occurredAtMs(1),
                ORIGINAL.sealBeforeMs(0),
                ORIGINAL.payload("hallo"),
                ORIGINAL.payload(Payload.inline(Bytes.utf8("hello"), Bytes.utf8("salt"))),
                ORIGINAL.metadata(Map.of("k", "v")));
    }

    @ParameterizedTest
    @MethodSource("otherEvents")
    void callsAnotherEventUnderTheSameIdAConflict(Draft other) {
        ledger.sealed(original);

        RejectedEvent rejected = ledger.rejected(ledger.certify(other));

        assertThat(rejected.reason()).isEqualTo(RejectReason.EVENT_ID_CONFLICT);
        assertThat(rejected.original()).isEqualTo(new Sequence(2));
    }

    @Test
    void callsAConflictSoThoughItsDeadlineHasPassed() {
        ledger.sealed(original);

        RejectedEvent rejected = ledger.rejected(ledger.certify(ORIGINAL.sealBeforeMs(1)));

        assertThat(rejected.reason()).isEqualTo(RejectReason.EVENT_ID_CONFLICT);
    }

    @Test
    void letsAnIdGoThatWasOnlyRejected() {
        ledger.rejected(ORIGINAL.uncertified());

        assertThat(ledger.sealed(original).sequence()).isEqualTo(new Sequence(2));
    }

    @Test
    void comparesIdsByteForByte() {
        ledger.sealed(ledger.certify(Draft.of("caf\u00e9")));

        ledger.sealed(ledger.certify(Draft.of("cafe\u0301")));
    }
}
