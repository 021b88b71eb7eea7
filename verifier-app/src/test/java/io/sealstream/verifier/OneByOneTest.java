package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.checkpoint.Checkpoint;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRevoked;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.SigningKey;
import io.sealstream.core.verify.TrustedCheckpoint;
import io.sealstream.core.verify.Verdict;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.verifier.checkpoint.CheckpointClaim;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A run reads in batches, and decodes, hashes and checks signatures on all cores. What it says is what the core says of the
 * same records one by one: the same faults in the same order, and the same verdict, head, root and size.
 */
class OneByOneTest {
    private static final int SIZE = 1_200;
    /** The first record goes alone, and then each 512 are a batch: its last record, the next one's first, and those beside. */
    private static final int[] EDGES = {510, 511, 512, 513, 514, 1_023, 1_024, 1_025, SIZE - 1};
    /** A key is added with the last record of one batch, used from the next on, and revoked with the last of that. */
    private static final int ADDED = 512;

    private static final int REVOKED = 1_024;
    private static final TestLedger WHOLE = ledger();
    private static final TrustedCheckpoint SEEN = new TrustedCheckpoint(SIZE - 100, WHOLE.root(SIZE - 100));

    @TempDir
    private Path directory;

    @Test
    void aWholeLedgerIsVerified() throws LedgerUnreadableException {
        Judgement run = judgedAlike("whole", WHOLE.records());

        assertThat(run.verdict()).isEqualTo(Verdict.VERIFIED);
        assertThat(run.result().root()).isEqualTo(WHOLE.root(SIZE));
    }

    @ParameterizedTest
    @EnumSource
    void aChangeAtTheEdgeOfABatchIsToldAlike(Tampering tampering) throws LedgerUnreadableException {
        for (int at : EDGES) {
            List<SealedEvent> records = WHOLE.records();
            tampering.change(records, at);

            Judgement run = judgedAlike(tampering + " at " + at, records);

            assertThat(run.verdict()).isEqualTo(at == SIZE - 1 ? ofTheLast(tampering) : Verdict.TAMPERED);
        }
    }

    @Test
    void aLineThatIsNoRecordIsToldAlike() throws LedgerUnreadableException {
        for (int at : EDGES) {
            List<String> lines = lines(WHOLE.records());
            lines.set(at, "{\n");

            Judgement run = linesJudgedAlike("garbled at " + at, lines);

            assertThat(run.verdict()).isEqualTo(Verdict.TAMPERED);
        }
    }

    /** A report lists no more than a thousand. */
    @Test
    void moreFaultsThanAreListedAreToldAlike() throws LedgerUnreadableException {
        List<String> lines = lines(WHOLE.records());
        lines.subList(100, SIZE).replaceAll(line -> "{\n");

        Judgement run = linesJudgedAlike("garbled from 100 on", lines);

        assertThat(run.told()).hasSizeGreaterThan(SIZE - 100);
    }

    /** A failure names the seed, which repeats it. */
    @ParameterizedTest
    @ValueSource(longs = {7, 0x5EA1, -20_261_130, 99})
    void manyChangesAtOnceAreToldAlike(long seed) throws LedgerUnreadableException {
        SplittableRandom random = new SplittableRandom(seed);
        List<SealedEvent> records = WHOLE.records();
        List<Tampering> changes = List.copyOf(EnumSet.complementOf(EnumSet.of(Tampering.CUT_OFF)));
        for (int i = 0; i < 25; i++) {
            changes.get(random.nextInt(changes.size())).change(records, random.nextInt(3, records.size()));
        }
        List<String> lines = lines(records);
        IntStream.range(0, 10).forEach(i -> lines.set(random.nextInt(1, lines.size()), "no record\n"));

        Judgement run = linesJudgedAlike("seed " + seed, lines);

        assertThat(run.told()).hasSizeGreaterThan(30);
    }

    static Stream<String> vectors() throws Exception {
        return VectorsTest.names();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theLedgersOfTheFormatAreToldAlike(String name) throws Exception {
        Path export = Vectors.LEDGERS.resolve(name + ".jsonl");
        Optional<Checkpoint> checkpoint = Vectors.checkpoint(name);
        Judgement oneByOne = Judgement.oneByOne(
                export,
                checkpoint
                        .map(seen -> new TrustedCheckpoint(seen.size(), seen.root()))
                        .orElse(null));

        Judgement run = Judgement.ofRun(export, checkpoint.map(Vectors::claim).orElse(null));

        assertThat(run).isEqualTo(oneByOne);
    }

    private Judgement judgedAlike(String what, List<SealedEvent> records) throws LedgerUnreadableException {
        return linesJudgedAlike(what, lines(records));
    }

    private Judgement linesJudgedAlike(String what, List<String> lines) throws LedgerUnreadableException {
        Path export = TestFiles.write(directory.resolve("test.jsonl"), String.join("", lines));
        Judgement run = Judgement.ofRun(export, claim());
        assertThat(run).as(what).isEqualTo(Judgement.oneByOne(export, SEEN));
        return run;
    }

    /** Behind the last record nothing shows that it was another, or that one more was there. */
    private static Verdict ofTheLast(Tampering tampering) {
        return switch (tampering) {
            case REVERSED, CUT_OFF, DROPPED -> Verdict.VERIFIED;
            default -> Verdict.TAMPERED;
        };
    }

    private static List<String> lines(List<SealedEvent> records) {
        return new ArrayList<>(records.stream()
                .map(record -> TestLedger.lines(List.of(record)))
                .toList());
    }

    private static CheckpointClaim claim() {
        String note = WHOLE.checkpoint(SIZE - 100, TestKeys.CHECKPOINT);
        return new CheckpointClaim("checkpoint", Bytes.utf8(note), null);
    }

    private static TestLedger ledger() {
        TestLedger ledger = TestLedger.of(0);
        addBatches(ledger, TestKeys.PRODUCER, ADDED);
        KeyAdded added =
                new KeyAdded(TestKeys.STRANGER.keyId(), TestKeys.STRANGER.publicKey(), KeyRole.PRODUCER, List.of());
        ledger.seal(TestKeys.ROOT, TestLedger.event("added", KeyAdded.TYPE.value(), payload(added.toPayload())));
        addBatches(ledger, TestKeys.STRANGER, REVOKED);
        KeyRevoked gone = new KeyRevoked(TestKeys.STRANGER.keyId(), "gone");
        ledger.seal(TestKeys.ROOT, TestLedger.event("gone", KeyRevoked.TYPE.value(), payload(gone.toPayload())));
        addBatches(ledger, TestKeys.PRODUCER, SIZE);
        return ledger;
    }

    /** Up to {@code size} records in all. One signature is of 64 events, so that many records take little time. */
    private static void addBatches(TestLedger ledger, SigningKey key, int size) {
        Certifier certifier = new Certifier(ledger.records().getFirst().eventHash(), key);
        while (ledger.size() < size) {
            int from = ledger.size();
            List<Event> events = IntStream.range(from, Math.min(from + 64, size))
                    .mapToObj(number -> TestLedger.event("event-" + number, "test.happened", payload(Bytes.utf8("{}"))))
                    .toList();
            certifier.certifyBatch(events).forEach(ledger::seal);
        }
    }

    private static Payload payload(Bytes inline) {
        return Payload.inline(inline);
    }
}
