package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.event.SealedEvent;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A follower that stands still before committed records does not look, however few they are. */
class StoppedFollowerTest {
    private static final Duration STEP = Duration.ofSeconds(1);

    private final TestLedger ledger = new TestLedger();
    private final ForwardedEvents forwarded = new ForwardedEvents();
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE); // as System.nanoTime may be: it can overflow
    private final LedgerGuard guard =
            new LedgerGuard(ledger.follower, forwarded, "ledger.sealed", nanos::incrementAndGet);
    private SealedEvent last = ledger.genesis;

    @Test
    void isNoReasonToStopForSomeSeconds() {
        seal("a");

        assertThatCode(() -> lookFor(LedgerGuard.MAX_STANDSTILL.minus(STEP))).doesNotThrowAnyException();
    }

    @Test
    void isWaitedForBehindThem() {
        seal("a");

        assertThatThrownBy(() -> lookFor(LedgerGuard.MAX_STANDSTILL))
                .isInstanceOf(FollowerBehindException.class)
                .hasMessageContaining(
                        "ledger.sealed is at sequence 0 and has stood there for 10 s", "sealing waits for it");
    }

    @Test
    void isWaitedForWhileOthersAreForwarded() {
        seal("a");
        lookFor(LedgerGuard.MAX_STANDSTILL.minus(STEP));
        seal("b");

        assertThatThrownBy(() -> lookFor(STEP)).isInstanceOf(FollowerBehindException.class);
    }

    @Test
    void hasItsTimeAnewWithEachRecordThatItFollows() {
        SealedEvent a = seal("a");
        seal("b");
        lookFor(LedgerGuard.MAX_STANDSTILL.minus(STEP));

        ledger.follower.fold(a);

        assertThatCode(() -> lookFor(LedgerGuard.MAX_STANDSTILL.minus(STEP))).doesNotThrowAnyException();
    }

    @Test
    void standsNowhereWhenItHasFollowedAll() {
        ledger.follower.fold(seal("a"));

        assertThatCode(() -> lookFor(LedgerGuard.MAX_STANDSTILL.multipliedBy(2)))
                .doesNotThrowAnyException();
    }

    /** In a commit that takes long nothing is committed yet, and a machine that was frozen froze the follower too. */
    @Test
    void isNotBlamedForTheTimeInWhichNobodyLooked() {
        seal("a");

        assertThatCode(() -> lookAfter(Duration.ofMinutes(1))).doesNotThrowAnyException();
    }

    @Test
    void isNoticedByIdleChecksAlone() {
        seal("a");
        lookAfter(StandStill.LONGEST_STEP);

        assertThatThrownBy(() -> lookAfter(StandStill.LONGEST_STEP)).isInstanceOf(FollowerBehindException.class);
    }

    private SealedEvent seal(String eventId) {
        guard.check(FakeLedgerView.headAt(last));
        last = ledger.sealed(last, last.sequence().value(), TestLedger.event(eventId));
        forwarded.add(last);
        guard.check(FakeLedgerView.headAt(last));
        return last;
    }

    private void lookFor(Duration duration) {
        for (Duration passed = Duration.ZERO; passed.compareTo(duration) < 0; passed = passed.plus(STEP)) {
            lookAfter(STEP);
        }
    }

    private void lookAfter(Duration pause) {
        nanos.addAndGet(pause.toNanos());
        guard.check(FakeLedgerView.headAt(last));
    }
}
