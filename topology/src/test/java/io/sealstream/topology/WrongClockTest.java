package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.topology.Degradation.Reason;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

/** Sealing stops where the clock lags, and goes on by itself when a new task finds it right again. */
class WrongClockTest {
    private static final long T = TestLedger.CREATED_AT_MS;

    private final TestLedger ledger = new TestLedger();
    private final TaskHarness task = new TaskHarness(ledger).start();

    @Test
    void stopsWhereItLagsBehindTheHead() {
        ledger.clockSays(T + 60_000);
        task.process(0, TestLedger.event("a"));
        ledger.clockSays(T + 60_000 - 5_001);

        Degradation degradation = Halts.degradationOf(() -> task.process(1, TestLedger.event("b")));

        assertThat(degradation.reason()).isEqualTo(Reason.CLOCK);
        assertThat(degradation.detail()).contains("5001 ms behind the last sealed record");
        assertThat(degradation.intakeOffset()).isEqualTo(1);
        assertThat(degradation.clearsAtMs()).isEqualTo(T + 55_000);
    }

    @Test
    void sealsWithTheTimeOfTheHeadWhileTheLagIsSmall() {
        ledger.clockSays(T + 60_000);
        task.process(0, TestLedger.event("a"));
        ledger.clockSays(T + 55_000);

        task.process(1, TestLedger.event("b"));

        assertThat(task.sealed()).extracting(SealedEvent::sealedAtMs).containsExactly(T + 60_000, T + 60_000);
    }

    @Test
    void goesOnWhenItIsRightAgain() {
        Record<byte[], byte[]> early = ledger.record(TestLedger.event("a")).withTimestamp(T + 10_000);
        Degradation degradation = Halts.degradationOf(() -> task.process(0, early));
        ledger.clockSays(Objects.requireNonNull(degradation.clearsAtMs()));

        task.start().process(0, early);

        assertThat(task.sealed()).extracting(SealedEvent::sealedAtMs).containsExactly(T + 5_000);
    }

    /** Garbage too gets its outcome at a time that can be believed. */
    @Test
    void rejectsNothingEither() {
        ledger.clockSays(T - 5_001);

        Degradation degradation =
                Halts.degradationOf(() -> task.process(0, new Record<>(new byte[] {1}, new byte[] {2}, T)));

        assertThat(degradation.reason()).isEqualTo(Reason.CLOCK);
        assertThat(task.rejected()).isEmpty();
    }
}
