package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.event.SealedEvent;
import java.nio.file.Path;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sealer that was stopped, and starts with the head that it had committed. */
class RestartTest {
    private final TestLedger ledger = new TestLedger();
    private final TaskHarness task = new TaskHarness(ledger).start();

    @Test
    void goesOnBehindTheLastRecordThatItSealed() {
        task.process(0, TestLedger.event("a"));
        task.commit();
        SealedEvent a = task.committedSealed.getFirst();
        ledger.follower.fold(a);

        task.start().process(1, TestLedger.event("b"));

        assertThat(task.sealed()).containsExactly(ledger.sealed(a, 1, TestLedger.event("b")));
    }

    /** What was rejected last moved no hash, but it has its outcome. */
    @Test
    void goesOnBehindTheLastRecordThatItRejected() {
        Record<byte[], byte[]> garbage = new Record<>(new byte[] {1}, new byte[] {2}, ledger.nowMs());
        task.process(0, garbage);
        task.commit();

        task.start().process(0, garbage);

        assertThat(task.rejected()).isEmpty();
    }

    /** The test driver wipes its state directory when it closes, as somebody did who deletes the changelog too. */
    @Test
    void refusesToBeginAnewWhereItsStateIsGone(@TempDir Path directory) {
        try (SealingDriver before = new SealingDriver(ledger, directory)) {
            before.submit(TestLedger.event("a"));
            ledger.follower.fold(before.sealed().getFirst());
        }

        StaleHeadException refusal =
                Halts.causeOf(() -> new SealingDriver(ledger, directory).close(), StaleHeadException.class);

        assertThat(refusal).hasMessageContaining("HEAD_LOST");
    }
}
