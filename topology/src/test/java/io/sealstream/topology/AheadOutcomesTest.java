package io.sealstream.topology;

import static io.sealstream.topology.FollowedTask.SEALED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A signature that was looked at ahead is judged as any other: with the keys of its own turn, and not with those that the
 * follower had when somebody looked.
 */
class AheadOutcomesTest {
    private static final String FORGED = "SIGNATURE_INVALID";
    private static final String REVOKED = "KEY_REVOKED";
    private static final String UNKNOWN = "KEY_UNKNOWN";

    private record Submitted(Record<byte[], byte[]> record, String outcome) {}

    static Stream<Arguments> cores() {
        Executor nobody = work -> {};
        Executor atOnce = Runnable::run;
        return Stream.of(
                argumentSet("nobody looks ahead", nobody),
                argumentSet("all is looked at before any has its turn", atOnce),
                argumentSet("whoever comes first", ForkJoinPool.commonPool()));
    }

    @ParameterizedTest
    @MethodSource("cores")
    void eachIsJudgedByTheKeysOfItsTurn(Executor cores) {
        CertifiedIntake intake = new CertifiedIntake(11);
        FollowedTask task = new FollowedTask(cores);
        task.poll(List.of(intake.keyAdded()));
        task.process(1);
        task.follow(1);
        List<Submitted> polled = ofAllKinds(intake);

        task.poll(polled.stream().map(Submitted::record).toList());
        task.process(polled.size());

        List<String> outcomes = task.outcomes();
        assertThat(outcomes.subList(1, outcomes.size()))
                .isEqualTo(polled.stream().map(Submitted::outcome).toList());
    }

    /** A failure names the seed, which repeats it. */
    @ParameterizedTest
    @ValueSource(longs = {17, 0xF0E5, -20_261_130, 5})
    void aFollowerThatLagsInAnyWayChangesNoOutcome(long seed) {
        List<Record<byte[], byte[]>> intake = new CertifiedIntake(seed).records(1_500);
        FollowedTask oneByOne = new FollowedTask(ForkJoinPool.commonPool());
        oneByOne.processUnannounced(intake);
        FollowedTask ahead = new FollowedTask(ForkJoinPool.commonPool());

        sealWithAPollAhead(ahead, intake, new SplittableRandom(seed));

        assertThat(ahead.sealed()).as("seed %d", seed).isEqualTo(oneByOne.sealed());
        assertThat(ahead.rejected()).as("seed %d", seed).isEqualTo(oneByOne.rejected());
        assertThat(ahead.outcomes()).contains(SEALED, FORGED, REVOKED, UNKNOWN);
    }

    /** In one poll, long enough for others to look at all but the first. The key that signs first is known. */
    private static List<Submitted> ofAllKinds(CertifiedIntake intake) {
        return Stream.of(
                        each(SEALED, intake.inBatchesOf(ReadAhead.CHUNK_RECORDS, 1)),
                        one(SEALED, intake.signed()),
                        one(FORGED, intake.forged()),
                        batchWithWrongPaths(intake),
                        one(SEALED, intake.keyRevoked()),
                        one(REVOKED, intake.signed()),
                        each(REVOKED, intake.inBatchesOf(3, 1)),
                        one(UNKNOWN, intake.signWithAnother().signed()),
                        one(SEALED, intake.keyAdded()),
                        one(SEALED, intake.signed()),
                        one(FORGED, intake.forged()),
                        batchWithWrongPaths(intake))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Submitted> batchWithWrongPaths(CertifiedIntake intake) {
        List<Record<byte[], byte[]>> batch = intake.inABatchWithWrongPaths();
        int last = batch.size() - 1;
        return Stream.of(
                        one(SEALED, batch.getFirst()),
                        each(FORGED, batch.subList(1, last)),
                        one(SEALED, batch.get(last)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Submitted> one(String outcome, Record<byte[], byte[]> record) {
        return List.of(new Submitted(record, outcome));
    }

    private static List<Submitted> each(String outcome, List<Record<byte[], byte[]>> records) {
        return records.stream().map(record -> new Submitted(record, outcome)).toList();
    }

    /** As Streams does: it polls again while it has work. The follower reads now more and now less of what is committed. */
    private static void sealWithAPollAhead(
            FollowedTask task, List<Record<byte[], byte[]>> intake, SplittableRandom random) {
        Deque<Integer> polls = new ArrayDeque<>();
        for (int start = 0; start < intake.size(); ) {
            int end = Math.min(intake.size(), start + 1 + random.nextInt(300));
            task.poll(intake.subList(start, end));
            polls.add(end - start);
            if (polls.size() > 1) {
                task.process(polls.remove());
                task.follow(random.nextInt(400));
            }
            start = end;
        }
        task.process(polls.remove());
    }
}
