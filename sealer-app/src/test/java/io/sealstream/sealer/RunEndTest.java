package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.topology.Degradation.Reason;
import io.sealstream.topology.FollowerBehindException;
import java.util.List;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunEndTest {
    static List<RuntimeException> outages() {
        return List.of(
                new TimeoutException("no answer"),
                new ProducerFencedException("fenced"),
                new InvalidProducerEpochException("fenced"),
                new InvalidTxnStateException("timed out while it was paused"),
                new TransactionAbortableException("abort it"));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void whatPassesIsStartedAnew(RuntimeException cause) {
        assertThat(RunEnd.of(new StreamsException("commit failed", cause))).isInstanceOf(RunEnd.Outage.class);
    }

    /** What comes back in a moment would only have a rebalance of it. */
    @ParameterizedTest
    @MethodSource("outages")
    void whatPassesKeepsItsPlace(RuntimeException cause) {
        assertThat(RunEnd.of(new StreamsException("commit failed", cause)).leavesGroup())
                .isFalse();
    }

    @Test
    void aFollowerThatIsBehindIsWaitedForWhileAStandbySeals() {
        RunEnd end = RunEnd.of(new StreamsException("failed", new FollowerBehindException("stands still")));

        assertThat(end).isEqualTo(new RunEnd.FollowerBehind("stands still"));
        assertThat(end.leavesGroup()).isTrue();
    }

    /** It can be a join of its own that was handled late; what it is otherwise says what to do. */
    @Test
    void aPlaceTakenUnderTheSameInstanceIdIsGivenUpOnlyForGood() {
        RunEnd end = RunEnd.of(new StreamsException("failed", new FencedInstanceIdException("fenced")));

        assertThat(end)
                .isInstanceOfSatisfying(
                        RunEnd.PutOut.class,
                        putOut -> assertThat(putOut.forGood().degradation().detail())
                                .startsWith(putOut.what())
                                .contains("instance.id"))
                .returns(false, RunEnd::leavesGroup);
    }

    static List<RuntimeException> others() {
        return List.of(new IllegalStateException("a bug"), new TopicAuthorizationException("L.sealed"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void whatNobodyForesawStopsSealing(RuntimeException cause) {
        assertThat(RunEnd.of(new StreamsException("failed", cause)))
                .isInstanceOfSatisfying(
                        RunEnd.Halted.class,
                        halted -> assertThat(halted.degradation().reason()).isEqualTo(Reason.UNFORESEEN))
                .returns(true, RunEnd::leavesGroup);
    }
}
