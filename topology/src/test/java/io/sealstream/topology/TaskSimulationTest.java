package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Commits, aborts and a follower that lags, in an order drawn from a seed: what is committed is as if nothing had ever gone
 * wrong. A failure names the seed, which repeats it.
 */
class TaskSimulationTest {
    private static final int STEPS = 3_000;
    private static final List<String> WORDS = List.of("Allow", "Allow", "Allow", "Warn", "Quarantine", "Reject");

    private final TestLedger ledger = new TestLedger();
    private final TaskHarness task;
    private final List<Record<byte[], byte[]>> intake = new ArrayList<>();
    private final List<CertifiedEvent> distinct = new ArrayList<>();
    private final List<SealedEvent> expected = new ArrayList<>();
    private int aborts;
    private int folded;
    private int committedOffset;
    private int nextOffset;
    private int names;

    TaskSimulationTest() {
        ledger.policy = PayloadPolicy.POLICY;
        task = new TaskHarness(ledger).start();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 99, -4, 0x5EA1, 20_240_229})
    void whatIsCommittedIsWhatASealerThatNeverFailedWouldWrite(long seed) {
        SplittableRandom random = new SplittableRandom(seed);

        for (int i = 0; i < STEPS; i++) {
            step(random);
        }
        while (nextOffset < intake.size()) {
            processNext(random);
        }
        commit();

        assertThat(aborts).as("aborts, seed %d", seed).isGreaterThan(STEPS / 50);
        assertThat(task.committedSealed).as("sealed, seed %d", seed).isEqualTo(expected);
        assertThat(outcomeOffsets()).as("offsets, seed %d", seed).containsExactlyElementsOf(offsets());
        assertThat(task.committedRejected)
                .as("rejected, seed %d", seed)
                .extracting(RejectedEvent::reason)
                .containsOnly(
                        RejectReason.DUPLICATE,
                        RejectReason.MALFORMED,
                        RejectReason.QUARANTINED,
                        RejectReason.POLICY_REJECTED);
    }

    private void step(SplittableRandom random) {
        switch (random.nextInt(20)) {
            case 0 -> commit();
            case 1 -> abort(random);
            case 2 -> task.passTime();
            case 3, 4 -> fold(random.nextInt(4));
            default -> processNext(random);
        }
    }

    private void processNext(SplittableRandom random) {
        if (nextOffset == intake.size()) {
            intake.add(write(random));
        }
        task.process(nextOffset, intake.get(nextOffset));
        nextOffset++;
    }

    private Record<byte[], byte[]> write(SplittableRandom random) {
        if (random.nextInt(10) == 0) {
            return new Record<>(new byte[] {1}, new byte[] {2}, ledger.nowMs());
        }
        if (!distinct.isEmpty() && random.nextInt(3) == 0) {
            return ledger.record(distinct.get(random.nextInt(distinct.size())));
        }
        String word = WORDS.get(random.nextInt(WORDS.size()));
        CertifiedEvent fresh = TestLedger.event("event-" + names++, word);
        if (!word.equals("Quarantine") && !word.equals("Reject")) {
            distinct.add(fresh);
            expectSealed(fresh, word);
        }
        return ledger.record(fresh);
    }

    private void expectSealed(CertifiedEvent event, String word) {
        SealedEvent sealed =
                ledger.sealed(expected.isEmpty() ? ledger.genesis : expected.getLast(), intake.size(), event);
        expected.add(sealed);
        if (word.equals("Warn")) {
            expected.add(ledger.note(sealed, PayloadPolicy.noted(sealed, PolicyNoted.Outcome.WARN)));
        }
    }

    private void commit() {
        task.commit();
        committedOffset = nextOffset;
    }

    /** The group's offset is in the transaction too; now and then it is lost besides, and all comes again. */
    private void abort(SplittableRandom random) {
        aborts++;
        nextOffset = random.nextInt(10) == 0 ? 0 : committedOffset;
        ledger.follower.whileWaiting(() -> fold(Integer.MAX_VALUE));
        task.start();
        ledger.follower.whileWaiting(() -> {});
    }

    private void fold(int count) {
        for (int i = 0; i < count && folded < task.committedSealed.size(); i++) {
            ledger.follower.fold(task.committedSealed.get(folded++));
        }
    }

    private List<Long> outcomeOffsets() {
        return Stream.concat(
                        task.committedSealed.stream()
                                .filter(s -> s.intake().isInIntake())
                                .map(s -> s.intake().offset()),
                        task.committedRejected.stream().map(r -> r.intake().offset()))
                .sorted()
                .toList();
    }

    private List<Long> offsets() {
        return IntStream.range(0, intake.size()).mapToObj(Long::valueOf).toList();
    }
}
