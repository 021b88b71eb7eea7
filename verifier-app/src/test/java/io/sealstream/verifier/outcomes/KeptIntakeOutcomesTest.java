package io.sealstream.verifier.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.verify.InMemoryIntakeOutcomes;
import io.sealstream.core.verify.IntakeAudit;
import io.sealstream.core.verify.IntakeOutcomes;
import io.sealstream.core.verify.TopicIdentity;
import io.sealstream.verifier.mapped.MappedFileException;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptIntakeOutcomesTest {
    private static final LedgerTopics TOPICS =
            new LedgerTopics("cluster", "AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAQ");
    private static final long SEED = 20_261_130;
    /** Of two chunks that follow one another. */
    private static final long NEAR = 2L * KeptIntakeOutcomes.CHUNK;
    /** So far apart that no two share a chunk, however many there are here. */
    private static final long FAR = 1L << 40;

    /** Of an intake that had nothing when the run began. */
    private final KeptIntakeOutcomes kept = KeptIntakeOutcomes.temporary(0);

    @AfterEach
    void close() {
        kept.close();
    }

    @Test
    void millionsOfOutcomesAreAFewEntriesInTheHeap() {
        long millions = 3_000_000;
        IntakeAudit audit = audit(kept);
        LongStream.range(0, millions).forEach(offset -> audit.rejected(TOPICS.intakeTopicId(), offset, key(offset)));
        LongStream.range(0, millions).forEach(offset -> audit.committed(offset, key(offset)));

        IntakeAudit.Result result = audit.result(TOPICS);

        assertThat(result.faults().isEmpty()).isTrue();
        assertThat(result.audited()).isEqualTo(millions);
        assertThat(kept.chunks()).isEqualTo(6);
    }

    @Test
    void outcomesInAnyOrderAreJudgedAsInMemory() {
        IntakeAudit.Result inMemory = auditAtRandom(new InMemoryIntakeOutcomes());

        IntakeAudit.Result onDisk = auditAtRandom(kept);

        assertThat(onDisk).as("seed " + SEED).isEqualTo(inMemory);
        assertThat(onDisk.faults().counts()).hasSize(2);
    }

    @Test
    void outcomesThatAreFarApartAreKeptWhileTheyAreFew() {
        putFar(KeptIntakeOutcomes.FREE_CHUNKS);

        assertThat(kept.find(3 * FAR)).isEqualTo(4);
        assertThat(kept.find(3 * FAR + 1)).isZero();
        assertThat(kept.keeps(3 * FAR + 1)).isTrue();
        assertThat(kept.keeps(Long.MAX_VALUE)).isTrue();
    }

    @Test
    void ofMoreOutcomesThatAreFarApartNoneIsKept() {
        putFar(1_000_000);

        assertThat(kept.chunks()).isEqualTo(KeptIntakeOutcomes.FREE_CHUNKS);
        assertThat(kept.keeps(FAR)).isTrue();
        assertThat(kept.find(FAR)).isEqualTo(2);
        assertThat(kept.keeps(KeptIntakeOutcomes.FREE_CHUNKS * FAR)).isFalse();
        assertThat(kept.find(KeptIntakeOutcomes.FREE_CHUNKS * FAR)).isZero();
    }

    @Test
    void manyOutcomesMakeRoomForOnesThatAreFarApart() {
        putFar(KeptIntakeOutcomes.FREE_CHUNKS);
        putNear(0, KeptIntakeOutcomes.OUTCOMES_FOR_A_CHUNK);

        kept.put(NEAR, 1);

        assertThat(kept.keeps(NEAR)).isTrue();
        assertThat(kept.chunks()).isEqualTo(KeptIntakeOutcomes.FREE_CHUNKS + 1);
    }

    @Test
    void whatTheIntakeHasIsKeptHoweverFewAndWhateverElseThereIs() {
        int more = KeptIntakeOutcomes.FREE_CHUNKS + 2;
        try (KeptIntakeOutcomes ofALongIntake = KeptIntakeOutcomes.temporary((long) more * KeptIntakeOutcomes.CHUNK)) {
            putFar(ofALongIntake, 1_000_000);

            for (long chunk = 0; chunk <= more; chunk++) {
                ofALongIntake.put(chunk * KeptIntakeOutcomes.CHUNK, 1);
            }

            assertThat(LongStream.range(0, more)
                            .map(chunk -> ofALongIntake.find(chunk * KeptIntakeOutcomes.CHUNK))
                            .sum())
                    .isEqualTo(more);
            assertThat(ofALongIntake.keeps((long) more * KeptIntakeOutcomes.CHUNK - 1))
                    .isTrue();
            assertThat(ofALongIntake.keeps((long) more * KeptIntakeOutcomes.CHUNK))
                    .isFalse();
        }
    }

    @Test
    void theSameOutcomeAgainMakesNoRoom() {
        putFar(KeptIntakeOutcomes.FREE_CHUNKS);
        for (int i = 0; i < KeptIntakeOutcomes.OUTCOMES_FOR_A_CHUNK; i++) {
            kept.put(1, 1);
        }

        kept.put(NEAR, 1);

        assertThat(kept.keeps(NEAR)).isFalse();
    }

    @Test
    void whereOneOutcomeWasNotKeptNoneIsLater() {
        putFar(KeptIntakeOutcomes.FREE_CHUNKS);
        kept.put(NEAR, 1);
        putNear(0, 2L * KeptIntakeOutcomes.OUTCOMES_FOR_A_CHUNK);

        kept.put(NEAR, 1);

        assertThat(kept.keeps(NEAR)).isFalse();
        assertThat(kept.find(NEAR)).isZero();
    }

    @Test
    void anInterruptOfTheCallerDoesNoHarm() {
        Thread.currentThread().interrupt();

        kept.put(0, 1);
        kept.put(NEAR, 2);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(kept.find(0)).isEqualTo(1);
        assertThat(kept.find(NEAR)).isEqualTo(2);
    }

    @Test
    void aPlaceThatTakesNoFileIsNamedInOneLine(@TempDir Path directory) {
        try (KeptIntakeOutcomes nowhere = new KeptIntakeOutcomes(directory.resolve("missing"), 0)) {
            assertThatThrownBy(() -> nowhere.put(0, 1))
                    .isInstanceOf(MappedFileException.class)
                    .hasMessageContaining("missing")
                    .hasMessageContaining("make room there");
        }
    }

    @Test
    void withoutAnOutcomeThereIsNoFile(@TempDir Path directory) {
        try (KeptIntakeOutcomes nowhere = new KeptIntakeOutcomes(directory.resolve("missing"), 0)) {
            assertThat(nowhere.find(0)).isZero();
            assertThat(nowhere.keeps(0)).isTrue();
        }
    }

    @Test
    void nothingIsLeftBehind(@TempDir Path directory) {
        try (KeptIntakeOutcomes here = new KeptIntakeOutcomes(directory, 0)) {
            here.put(0, 1);
        }

        assertThat(directory).isEmptyDirectory();
    }

    private void putFar(int count) {
        putFar(kept, count);
    }

    private static void putFar(KeptIntakeOutcomes outcomes, int count) {
        for (int i = 0; i < count; i++) {
            outcomes.put(i * FAR, i + 1);
        }
    }

    private void putNear(long from, long count) {
        LongStream.range(from, from + count).forEach(offset -> kept.put(offset, 1));
    }

    /** Outcomes in no order, some of them missing, some there again, some about another event, some far away. */
    private static IntakeAudit.Result auditAtRandom(IntakeOutcomes outcomes) {
        Random random = new Random(SEED);
        IntakeAudit audit = audit(outcomes);
        for (int i = 0; i < 300_000; i++) {
            long offset = random.nextLong(NEAR) / 4 + FAR * random.nextInt(8);
            long about = random.nextInt(1_000) == 0 ? offset + 1 : offset;
            audit.rejected(TOPICS.intakeTopicId(), offset, key(about));
        }
        for (long far = 0; far < 8; far++) {
            LongStream.range(far * FAR, far * FAR + 100_000).forEach(offset -> audit.committed(offset, key(offset)));
        }
        return audit.result(TOPICS);
    }

    private static IntakeAudit audit(IntakeOutcomes outcomes) {
        return new IntakeAudit(new TopicIdentity(TOPICS.clusterId(), TOPICS.intakeTopicId()), outcomes);
    }

    private static Bytes key(long offset) {
        return Bytes.utf8("key-" + offset);
    }
}
