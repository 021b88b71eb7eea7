package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.Outcome;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is counted is what was committed, once. */
class OutcomeMetricsTest {
    private static final long NOW_MS = 1_700_000_000_000L;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final OutcomeMetrics metrics = new OutcomeMetrics(registry, () -> Instant.ofEpochMilli(NOW_MS));

    @Test
    void countsNothingThatIsOnlyForwarded() {
        metrics.forwarded(0, NOW_MS, sealed(0));
        metrics.forwarded(1, NOW_MS, rejected(1));

        assertCounts(0, 0);
    }

    @Test
    void countsWhatTheFollowerHasSeenAndWhatWasRejectedBeforeIt() {
        metrics.forwarded(0, NOW_MS, rejected(0));
        metrics.forwarded(1, NOW_MS, sealed(1));
        metrics.forwarded(2, NOW_MS, rejected(2));
        metrics.forwarded(3, NOW_MS, sealed(3));

        metrics.followed(head(1));

        assertCounts(1, 1);
    }

    @Test
    void countsRejectionsByTheirReason() {
        metrics.forwarded(0, NOW_MS, rejected(0));

        metrics.committed(1);

        assertThat(rejections(RejectReason.DUPLICATE)).isEqualTo(1);
        assertThat(rejections(RejectReason.MALFORMED)).isZero();
    }

    @Test
    void countsRejectionsThatNothingIsSealedBehindByTheGroupsOffset() {
        metrics.forwarded(0, NOW_MS, rejected(0));
        metrics.forwarded(1, NOW_MS, rejected(1));

        metrics.committed(1);

        assertCounts(0, 1);
    }

    /** Its latency would be that of the question for the group's offset. */
    @Test
    void leavesWhatIsSealedToTheFollower() {
        metrics.forwarded(0, NOW_MS, sealed(0));
        metrics.forwarded(1, NOW_MS, sealed(1));

        metrics.committed(2);

        assertCounts(0, 0);
    }

    /** A transaction of somebody else can hold the sealed topic's readers back for long. */
    @Test
    void countsRejectionsByTheGroupsOffsetThoughWhatWasSealedBeforeThemIsNotSeenYet() {
        metrics.forwarded(0, NOW_MS, sealed(0));
        metrics.forwarded(1, NOW_MS, rejected(1));

        metrics.committed(2);

        assertCounts(0, 1);
    }

    @Test
    void neverLetsMoreThanSoManyWait() {
        Outcome sealed = sealed(0);
        Outcome rejected = rejected(0);
        for (int i = 0; i < OutcomeMetrics.MAX_WAITING + 7; i++) {
            metrics.forwarded(2L * i, NOW_MS, sealed);
            metrics.forwarded(2L * i + 1, NOW_MS, rejected);
        }

        assertCounts(7, 7);
        assertThat(registry.get("ledger.seal.latency").timer().count()).isZero();

        metrics.followed(head(Long.MAX_VALUE));

        assertCounts(OutcomeMetrics.MAX_WAITING + 7, OutcomeMetrics.MAX_WAITING + 7);
    }

    @Test
    void countsWhatWasAbortedOnlyWhenItIsCommittedInTheEnd() {
        metrics.forwarded(0, NOW_MS, rejected(0));
        metrics.forwarded(1, NOW_MS, sealed(1));
        metrics.forwarded(2, NOW_MS, rejected(2));

        metrics.started(head(0));
        metrics.forwarded(1, NOW_MS, sealed(1));
        metrics.forwarded(2, NOW_MS, rejected(2));
        metrics.followed(head(1));
        metrics.committed(3);

        assertCounts(1, 2);
    }

    @Test
    void measuresFromTheAppendToTheMomentWhereItIsSeenCommitted() {
        metrics.forwarded(0, NOW_MS - 250, sealed(0));

        metrics.followed(head(0));

        assertThat(registry.get("ledger.seal.latency").timer().totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(250);
    }

    @Test
    void measuresNothingNegativeWhereTheBrokersClockIsAhead() {
        metrics.forwarded(0, NOW_MS + 250, sealed(0));

        metrics.followed(head(0));

        assertThat(registry.get("ledger.seal.latency").timer().count()).isEqualTo(1);
        assertThat(registry.get("ledger.seal.latency").timer().totalTime(TimeUnit.MILLISECONDS))
                .isZero();
    }

    @Test
    void countsWhatIsSkippedAtOnce() {
        metrics.skipped();

        assertThat(registry.get("ledger.intake.skipped").counter().count()).isEqualTo(1);
    }

    private void assertCounts(double appended, double rejected) {
        assertThat(registry.get("ledger.events.appended").counter().count()).isEqualTo(appended);
        assertThat(rejections(RejectReason.DUPLICATE)).isEqualTo(rejected);
    }

    private double rejections(RejectReason reason) {
        return registry.get("ledger.events.rejected")
                .tag("reason", reason.name())
                .counter()
                .count();
    }

    private static LedgerHead head(long intakeOffset) {
        return new LedgerHead(new Sequence(1), Hash.ZERO, NOW_MS, intakeOffset);
    }

    private static Outcome sealed(long offset) {
        CertifiedEvent event = new CertifiedEvent(Draft.of("event-" + offset).event(), null);
        return new Outcome.Sealed(
                new SealedEvent(new Sequence(1), Hash.ZERO, Hash.ZERO, NOW_MS, IntakePosition.at(offset), event),
                Hash.ZERO);
    }

    private static Outcome rejected(long offset) {
        return new Outcome.Rejected(new RejectedEvent(
                RejectReason.DUPLICATE,
                "sealed before",
                "intake-id",
                IntakePosition.at(offset),
                NOW_MS,
                null,
                null,
                Bytes.EMPTY,
                Bytes.EMPTY,
                0,
                List.of(),
                List.of()));
    }
}
