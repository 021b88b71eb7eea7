package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands beside the value of an intake record: its key and the header with the submitter's deadline. */
class IntakeFrameTest {
    private final TestLedger ledger = TestLedger.requiringCertificates();

    @ParameterizedTest
    @ValueSource(strings = {"", "other", "even", "event ", "EVENT"})
    void rejectsAKeyThatIsNotTheEventId(String key) {
        RejectedEvent rejected = ledger.rejected(record(Bytes.utf8(key), null));

        assertThat(rejected.reason()).isEqualTo(RejectReason.INVALID);
        assertThat(rejected.detail()).contains("key");
        assertThat(rejected.key()).isEqualTo(Bytes.utf8(key));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 9, 16})
    void rejectsADeadlineHeaderOfAnotherLength(int length) {
        RejectedEvent rejected = ledger.rejected(record(Bytes.utf8("event"), Bytes.wrap(new byte[length])));

        assertThat(rejected.reason()).isEqualTo(RejectReason.INVALID);
        assertThat(rejected.detail()).contains("sealstream.deadline").contains(length + " bytes");
    }

    @Test
    void sealsWhereTheDeadlineIsNow() {
        ledger.sealed(record(Bytes.utf8("event"), deadline(TestLedger.CREATED_AT_MS)));
    }

    @ParameterizedTest
    @ValueSource(longs = {TestLedger.CREATED_AT_MS - 1, 1, 0, -1, Long.MIN_VALUE})
    void rejectsAsExpiredWhereTheDeadlineHasPassed(long deadlineMs) {
        RejectedEvent rejected = ledger.rejected(record(Bytes.utf8("event"), deadline(deadlineMs)));

        assertThat(rejected.reason()).isEqualTo(RejectReason.EXPIRED);
        assertThat(rejected.detail()).contains("sealstream.deadline " + deadlineMs);
    }

    @Test
    void takesARetryWithAnotherDeadline() {
        ledger.rejected(record(Bytes.utf8("event"), deadline(1)));

        ledger.sealed(record(Bytes.utf8("event"), deadline(TestLedger.CREATED_AT_MS + 1)));
    }

    private IntakeRecord record(Bytes key, @Nullable Bytes deadline) {
        IntakeRecord whole = ledger.next(ledger.certify(Draft.of("event")));
        return new IntakeRecord(whole.offset(), whole.appendedAtMs(), key, whole.value(), deadline, whole.content());
    }

    private static Bytes deadline(long ms) {
        return Bytes.wrap(ByteBuffer.allocate(8).putLong(ms).array());
    }
}
