package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.Certification;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.seal.IntakeRecord.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MalformedRecordTest {
    private static final Bytes KEY = Bytes.utf8("e");
    private static final Bytes VALUE = Bytes.utf8("no Avro");

    private final TestLedger ledger = TestLedger.requiringCertificates();

    @Test
    void recordsWhatCouldNotBeDecodedWithPositionAndBytes() {
        ledger.clockSays(1_700_000_000_123L);

        RejectedEvent rejected = ledger.rejected(record(KEY, VALUE, new Content.Malformed("3 bytes are left over")));

        assertThat(rejected)
                .isEqualTo(new RejectedEvent(
                        RejectReason.MALFORMED,
                        "3 bytes are left over",
                        "intake-id",
                        new IntakePosition(0, 1),
                        1_700_000_000_123L,
                        null,
                        null,
                        KEY,
                        VALUE,
                        7,
                        List.of(),
                        List.of()));
    }

    @Test
    void rejectsATombstone() {
        RejectedEvent rejected = ledger.rejected(record(KEY, null, new Content.Malformed("no value")));

        assertThat(rejected.reason()).isEqualTo(RejectReason.MALFORMED);
        assertThat(rejected.detail()).contains("tombstone");
        assertThat(rejected.value()).isNull();
        assertThat(rejected.valueLength()).isZero();
    }

    @Test
    void rejectsARecordWithoutKeyThoughItsValueCanBeRead() {
        IntakeRecord whole = ledger.next(ledger.certify(Draft.of("e")));

        RejectedEvent rejected = ledger.rejected(record(null, whole.value(), whole.content()));

        assertThat(rejected.reason()).isEqualTo(RejectReason.MALFORMED);
        assertThat(rejected.detail()).contains("no key");
        assertThat(rejected.key()).isNull();
    }

    @Test
    void rejectsARecordOfNothing() {
        RejectedEvent rejected = ledger.rejected(record(null, null, new Content.Malformed("no value")));

        assertThat(rejected.reason()).isEqualTo(RejectReason.MALFORMED);
    }

    @Test
    void keepsKeyAndValueUpToTheLimit() {
        TestLedger small = new TestLedger(Certification.NONE, new SealingLimits(100, 1000, 4));

        RejectedEvent rejected =
                small.rejected(record(Bytes.utf8("12345"), Bytes.utf8("1234567"), new Content.Malformed("x")));

        assertThat(rejected.key()).isEqualTo(Bytes.utf8("1234"));
        assertThat(rejected.value()).isEqualTo(Bytes.utf8("1234"));
        assertThat(rejected.valueLength()).isEqualTo(7);
    }

    /** A detail can quote what a producer wrote; whole, it would not fit the rejected topic, and sealing would stop. */
    @Test
    void cutsADetailThatAProducerCanMakeLong() {
        String reason = "the key \"" + "😀".repeat(500_000) + "\" occurs twice";

        RejectedEvent rejected = ledger.rejected(record(KEY, VALUE, new Content.Malformed(reason)));

        assertThat(rejected.detail())
                .hasSizeBetween(900, 1_100)
                .startsWith("the key \"😀")
                .endsWith("😀…");
    }

    @Test
    void goesOnBehindARejectedRecord() {
        LedgerHead before = ledger.state().head();

        ledger.rejected(record(KEY, VALUE, new Content.Malformed("x")));

        assertThat(ledger.state().head())
                .isEqualTo(new LedgerHead(before.sequence(), before.eventHash(), before.sealedAtMs(), 1));
        assertThat(ledger.sealed(ledger.certify(Draft.of("e"))).sequence()).isEqualTo(new Sequence(2));
    }

    private IntakeRecord record(@Nullable Bytes key, @Nullable Bytes value, Content content) {
        return new IntakeRecord(
                ledger.state().head().intakeOffset() + 1, TestLedger.CREATED_AT_MS, key, value, null, content);
    }
}
