package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

/** A commit is asked for at the end of what was polled together, and nowhere else. */
class GroupCommitTest {
    private final TestLedger ledger = new TestLedger();
    private final TaskHarness task = new TaskHarness(ledger).start();

    @Test
    void asksForNoneBeforeTheLastRecordOfTheBatch() {
        task.polledUpTo(2);

        task.process(0, TestLedger.event("a"));
        task.process(1, TestLedger.event("b"));

        assertThat(task.asksForCommit()).isFalse();
    }

    @Test
    void asksForOneAtTheLastRecordOfTheBatch() {
        task.polledUpTo(1);
        task.process(0, TestLedger.event("a"));

        task.process(1, TestLedger.event("b"));

        assertThat(task.asksForCommit()).isTrue();
        assertThat(task.sealed()).hasSize(2);
    }

    @Test
    void asksForOneWhereTheLastRecordIsRejected() {
        task.polledUpTo(0);

        task.process(0, new Record<>(new byte[] {1}, new byte[] {2}, ledger.nowMs()));

        assertThat(task.asksForCommit()).isTrue();
    }

    /** Else the group's offset would stay where it was, and the same records would come at each start. */
    @Test
    void asksForOneWhereTheLastRecordIsSkipped() {
        task.process(0, TestLedger.event("a"));
        task.commit();
        task.polledUpTo(0);

        task.process(0, TestLedger.event("a"));

        assertThat(task.asksForCommit()).isTrue();
        assertThat(task.sealed()).isEmpty();
    }

    @Test
    void asksForOneAtTheEndOfEachBatch() {
        task.polledUpTo(0);
        task.process(0, TestLedger.event("a"));
        task.commit();
        task.polledUpTo(2);
        task.process(1, TestLedger.event("b"));
        assertThat(task.asksForCommit()).isFalse();

        task.process(2, TestLedger.event("c"));

        assertThat(task.asksForCommit()).isTrue();
    }

    /** Streams may poll again before it has worked everything off: the end is then that of the later batch. */
    @Test
    void goesByTheBatchThatWasPolledLast() {
        task.polledUpTo(0);
        task.polledUpTo(1);

        task.process(0, TestLedger.event("a"));

        assertThat(task.asksForCommit()).isFalse();
    }
}
