package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.event.CertifiedEvent;
import org.junit.jupiter.api.Test;

class SealingTimeTest {
    private static final long T = TestLedger.CREATED_AT_MS;

    private final TestLedger ledger = TestLedger.requiringCertificates();

    @Test
    void sealsAtTheTimeOfTheClock() {
        ledger.clockSays(T + 7);

        assertThat(ledger.sealed(event("e")).sealedAtMs()).isEqualTo(T + 7);
    }

    @Test
    void sealsAtTheTimeOfTheHeadWhereTheClockLagsBehind() {
        ledger.clockSays(T + 7);
        ledger.sealed(event("a"));
        ledger.clockSays(T + 3);

        assertThat(ledger.sealed(event("b")).sealedAtMs()).isEqualTo(T + 7);
        assertThat(ledger.state().head().sealedAtMs()).isEqualTo(T + 7);
    }

    @Test
    void rejectsAtTheTimeOfTheClockAndLeavesTheTimeOfTheHeadAlone() {
        ledger.clockSays(T + 7);

        RejectedEvent rejected = ledger.rejected(Draft.of("e").uncertified());

        assertThat(rejected.rejectedAtMs()).isEqualTo(T + 7);
        assertThat(ledger.state().head().sealedAtMs()).isEqualTo(T);
    }

    @Test
    void sealsUpToSealBefore() {
        ledger.clockSays(T + 7);

        assertThat(ledger.sealed(ledger.certify(Draft.of("e").sealBeforeMs(T + 7)))
                        .sealedAtMs())
                .isEqualTo(T + 7);
    }

    @Test
    void rejectsAsExpiredBehindSealBefore() {
        ledger.clockSays(T + 8);

        RejectedEvent rejected = ledger.rejected(ledger.certify(Draft.of("e").sealBeforeMs(T + 7)));

        assertThat(rejected.reason()).isEqualTo(RejectReason.EXPIRED);
        assertThat(rejected.detail())
                .isEqualTo("seal_before " + (T + 7) + " is before " + (T + 8) + ", when it would be sealed");
    }

    /** The verifier will compare with sealed_at, not with what the clock said. */
    @Test
    void measuresTheDeadlineByTheTimeThatTheRecordWouldGet() {
        ledger.clockSays(T + 10);
        ledger.sealed(event("a"));
        ledger.clockSays(T + 5);

        RejectedEvent rejected = ledger.rejected(ledger.certify(Draft.of("e").sealBeforeMs(T + 7)));

        assertThat(rejected.reason()).isEqualTo(RejectReason.EXPIRED);
    }

    @Test
    void saysExpiredBeforeItLooksAtTheCertificate() {
        RejectedEvent rejected = ledger.rejected(Draft.of("e").sealBeforeMs(1).uncertified());

        assertThat(rejected.reason()).isEqualTo(RejectReason.EXPIRED);
    }

    private CertifiedEvent event(String id) {
        return ledger.certify(Draft.of(id));
    }
}
