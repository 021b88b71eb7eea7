package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Hash;
import io.sealstream.core.Sha256;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run with a state reads what is new, and is never misled by what it was left. The ledger has records 0 to 9. */
@ExtendWith(SharedBroker.class)
class StateTest {
    /** Their file is not written anew for a few more. */
    private static final long SO_MANY_IDS = 400_000;

    private static final String GOES_ON = "The first 6 records once more";
    private static final String WHOLE = "The whole, from the first record on";

    private final TestBroker broker;
    private final KafkaLedger ledger;

    @TempDir
    private Path directory;

    StateTest(TestBroker broker) {
        this.broker = broker;
        this.ledger = KafkaLedger.create(broker.bootstrapServers(), 8);
    }

    @Test
    void aLaterRunReadsWhatIsNewAndReportsTheWhole() {
        verifyFirst(6);
        write(6, 10);

        Cli.Ended ended = verify();

        assertVerified(ended, 10);
        assertThat(ended.notChecked()).anyMatch(line -> line.startsWith(GOES_ON));
        assertThat(ended.notChecked()).anyMatch(line -> line.contains("that needs the whole ledger"));
        assertThat(ended.json().get("verified_earlier").longValue()).isEqualTo(6);
    }

    @Test
    void aRunWithoutAnythingNewVerifiesToo() {
        verifyFirst(6);

        assertVerified(verify(), 6);
        assertVerified(verify(), 6);
    }

    @Test
    void whatIsNewIsJudgedByWhatWasReadBefore() {
        verifyFirst(6);
        List<SealedEvent> again = List.of(ledger.values().records().get(3));
        ledger.writeSealed(TestLedger.relinked(ledger.values().records().get(5), 6, again));

        Cli.Ended ended = verify();

        assertThat(ended.exitCode()).isEqualTo(10);
        assertThat(ended.faults()).containsExactly("TIME_REGRESSION@6", "INTAKE_REGRESSION@6", "DUPLICATE_EVENT_ID@6");
    }

    @Test
    void idsAreKnownInWhicheverFileTheyAre() throws IOException {
        verifyFirst(6);
        MadeUpIds.fillUp(stateDirectory(), SO_MANY_IDS);
        write(6, 8);
        assertVerified(verify(), 8);
        assertThat(state().keySet()).filteredOn(name -> name.startsWith("ids-")).hasSize(2);
        List<SealedEvent> records = ledger.values().records();
        ledger.writeSealed(TestLedger.relinked(records.get(7), 8, List.of(records.get(3), records.get(7))));

        Cli.Ended ended = verify();

        assertThat(ended.faults()).contains("DUPLICATE_EVENT_ID@8", "DUPLICATE_EVENT_ID@9");
    }

    @Test
    void aFaultLeavesTheStateAsItWas() throws IOException {
        verifyFirst(6);
        Map<String, Hash> before = state();
        ledger.writeSealed(List.of(ledger.values().records().get(8)));

        Cli.Ended ended = verify();

        assertThat(ended.exitCode()).isEqualTo(10);
        assertThat(ended.faults()).containsExactly("SEQUENCE_GAP@6");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aTopicThatWasCutIsTampered() {
        verifyFirst(6);
        ledger.replaceTopic(ledger.names().sealed(), KafkaLedger.COMPACTED);
        write(0, 4);

        Cli.Ended ended = verify();

        assertThat(ended.exitCode()).isEqualTo(10);
        assertThat(ended.faults()).contains("CHECKPOINT_TRUNCATED@4");
        assertThat(ended.checked()).anyMatch(line -> line.startsWith(WHOLE));
    }

    @Test
    void aTopicThatWasEmptiedIsTampered() {
        verifyFirst(6);
        ledger.replaceTopic(ledger.names().sealed(), KafkaLedger.COMPACTED);

        assertThat(verify().faults()).containsExactly("CHECKPOINT_TRUNCATED@0");
    }

    @Test
    void aTailThatWasRewrittenIsTampered() {
        verifyFirst(6);
        ledger.replaceTopic(ledger.names().sealed(), KafkaLedger.COMPACTED);
        List<SealedEvent> records = ledger.values().records();
        List<SealedEvent> others = new ArrayList<>(records.subList(4, 10));
        Collections.reverse(others);
        ledger.writeSealed(records.subList(0, 4));
        ledger.writeSealed(TestLedger.relinked(records.get(3), 4, others));

        assertThat(verify().faults()).contains("CHECKPOINT_MISMATCH@null");
    }

    @Test
    void aByteThatChangedInAnyFileLeadsToTheWhole() throws IOException {
        verifyFirst(6);
        for (String first : state().keySet()) {
            String kind = first.replaceAll("\\d+$", ""); // each run names its files anew
            String name = state().keySet().stream()
                    .filter(now -> now.startsWith(kind))
                    .findFirst()
                    .orElseThrow();
            Path file = stateDirectory().resolve(name);
            byte[] content = Files.readAllBytes(file);
            content[content.length / 2] ^= 1;
            Files.write(file, content);

            Cli.Ended ended = verify();

            assertVerified(ended, 6);
            assertThat(ended.checked()).as(name).anyMatch(line -> line.contains("it is damaged"));
        }
    }

    @Test
    void aStateThatWasCutLeadsToTheWhole() throws IOException {
        verifyFirst(6);
        for (int kept : new int[] {0, 1, 100}) {
            try (FileChannel file = FileChannel.open(stateDirectory().resolve("state"), StandardOpenOption.WRITE)) {
                file.truncate(kept);
            }

            Cli.Ended ended = verify();

            assertVerified(ended, 6);
            assertThat(ended.checked()).anyMatch(line -> line.contains("it is damaged"));
        }
    }

    /** Whoever can delete them may also have made the rest fit. */
    @Test
    void recordsThatWereDeletedAtTheStartAreMissed() {
        KafkaLedger deletable = KafkaLedger.create(broker.bootstrapServers(), 8, KafkaLedger.DELETABLE);
        deletable.writeSealed(deletable.values().records());
        assertThat(verify(deletable).exitCode()).isZero();
        deletable.deleteSealedBefore(4);

        Cli.Ended ended = verify(deletable);

        assertThat(ended.exitCode()).isEqualTo(10);
        assertThat(ended.faults()).contains("PREFIX_MISSING@4");
        assertThat(ended.checked()).anyMatch(line -> line.startsWith(WHOLE) && line.contains("begins at 4 now"));
    }

    @Test
    void anotherLedgerOfTheSameOriginIsTampered() {
        KafkaLedger other = KafkaLedger.whole(broker.bootstrapServers(), 8);
        verifyFirst(6);

        Cli.Ended ended = verify(other);

        assertThat(ended.exitCode()).isEqualTo(10);
        assertThat(ended.faults()).contains("CHECKPOINT_MISMATCH@null");
    }

    @Test
    void theStateOfALedgerOfAnotherOriginIsAnError() throws IOException {
        KafkaLedger topics = KafkaLedger.create(broker.bootstrapServers(), 0);
        TestLedger values = TestLedger.of(
                TestLedger.genesis(
                        "example.com/other",
                        topics.names().ledger(),
                        topics.values().topics()),
                2);
        KafkaLedger other = new KafkaLedger(broker.bootstrapServers(), topics.names(), values);
        other.writeSealed(values.records());
        verifyFirst(6);
        Map<String, Hash> before = state();

        Cli.Ended ended = verify(other);

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.reasons())
                .singleElement()
                .asString()
                .contains(TestLedger.ORIGIN, "example.com/other", "name another directory with --state");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aStateThatWasJudgedByOtherRulesServesNoRun() throws IOException {
        verifyFirst(6);
        rewriteState(text -> text.replace("\"rules\":1", "\"rules\":0"));

        Cli.Ended ended = verify();

        assertVerified(ended, 6);
        assertThat(ended.checked())
                .anyMatch(line -> line.startsWith(WHOLE) && line.contains("by the rules of another version (0"));
        assertThat(verify().notChecked()).anyMatch(line -> line.startsWith(GOES_ON));
    }

    @Test
    void whatAKilledRunHasLeftIsRemovedAndNothingElse() throws IOException {
        verifyFirst(6);
        Set<String> before = state().keySet();
        TestFiles.write(stateDirectory().resolve("ids-42"), "");
        TestFiles.write(stateDirectory().resolve("state.42.tmp"), "");
        TestFiles.write(stateDirectory().resolve("ids-of-mine"), "");
        ledger.writeSealed(List.of(ledger.values().records().get(8)));

        Cli.Ended ended = verify();

        assertThat(ended.exitCode()).isEqualTo(10);
        assertThat(state().keySet())
                .hasSize(before.size() + 1)
                .containsAll(before)
                .contains("ids-of-mine");
    }

    @Test
    void onlyItsOwnerMayReadIt() throws IOException {
        verifyFirst(6);

        for (String name : state().keySet()) {
            assertThat(Files.getPosixFilePermissions(stateDirectory().resolve(name)))
                    .as(name)
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void whatWasCheckedIsSaidOfTheNewRecordsAlone() {
        verifyFirst(6);
        write(6, 10);

        Cli.Ended ended = verify();

        assertThat(ended.checked())
                .anyMatch(line -> line.startsWith("4 new records: "))
                .anyMatch(line -> line.startsWith("The certificate of every new event"))
                .anyMatch(line -> line.startsWith("Of the topic: every new record's key"))
                .noneMatch(line -> line.startsWith("10 records"));
    }

    @Test
    void payloadsElsewhereAreCountedInAll() {
        ledger.values().seal(TestKeys.PRODUCER, elsewhere("first")).seal(TestKeys.PRODUCER, elsewhere("second"));
        write(0, 11);
        assertVerified(verify("--intake", "skip"), 11);
        write(11, 12);

        Cli.Ended ended = verify();

        assertVerified(ended, 12);
        assertThat(ended.notChecked()).anyMatch(line -> line.startsWith("The payloads of 2 events"));
    }

    @ParameterizedTest
    @CsvSource({
        "6, No record is new., name=\"CHECKPOINT_MISMATCH\">\\s*<skipped message=\"That the tail",
        "10, Of the 4 records that are new., name=\"TOPIC_REPLACED\"/>"
    })
    void casesOfJunitSayOfWhichRecordsTheyAre(int size, String ofARecord, String ofTheWhole) {
        verifyFirst(6);
        write(6, size);
        List<String> arguments = new ArrayList<>(ledger.where());
        arguments.addAll(List.of("--state", stateDirectory().toString(), "--format", "junit"));

        Cli.Ended ended =
                Cli.run(Stream.concat(Stream.of("verify"), arguments.stream()).toArray(String[]::new));

        assertThat(ended.out())
                .containsPattern("name=\"PAYLOAD_MISMATCH\">\\s*<[^<]*" + ofARecord)
                .containsPattern(ofTheWhole);
    }

    @Test
    void aStateWithoutSignaturesServesNoRunThatWantsThem() {
        write(0, 6);
        assertVerified(verify("--signatures", "skip"), 6);

        Cli.Ended skipping = verify("--signatures", "skip");
        Cli.Ended checking = verify();

        assertThat(skipping.notChecked()).anyMatch(line -> line.startsWith(GOES_ON));
        assertVerified(checking, 6);
        assertThat(checking.checked()).anyMatch(line -> line.contains("left out signatures"));
    }

    @Test
    void anOlderCheckpointIsComparedByReadingTheWhole() {
        verifyFirst(6);
        Path checkpoint =
                TestFiles.write(directory.resolve("old"), ledger.values().checkpoint(4, TestKeys.CHECKPOINT));

        Cli.Ended ended = verify("--checkpoint", checkpoint.toString());

        assertVerified(ended, 6);
        assertThat(ended.checked()).anyMatch(line -> line.contains("a checkpoint of 4"));
        assertThat(ended.checked()).anyMatch(line -> line.contains("the 4 records of the checkpoint"));
    }

    @Test
    void aCheckpointOfWhatTheStateHasSeenNeedsNoMore() {
        verifyFirst(6);
        write(6, 10);
        Path checkpoint =
                TestFiles.write(directory.resolve("same"), ledger.values().checkpoint(6, TestKeys.CHECKPOINT));

        Cli.Ended ended = verify("--checkpoint", checkpoint.toString());

        assertVerified(ended, 10);
        assertThat(ended.notChecked()).anyMatch(line -> line.startsWith(GOES_ON));
        assertThat(ended.checked()).anyMatch(line -> line.contains("the 6 records of the checkpoint"));
    }

    @Test
    void aDirectoryInUseIsAnError() throws IOException {
        verifyFirst(6);
        try (FileChannel lock = FileChannel.open(stateDirectory().resolve("lock"), StandardOpenOption.WRITE)) {
            lock.lock();

            Cli.Ended ended = verify();

            assertThat(ended.exitCode()).isEqualTo(5);
            assertThat(ended.reasons()).singleElement().asString().contains("another run is using --state");
        }
    }

    @Test
    void aDirectoryThatIsAFileIsAnError() {
        write(0, 6);
        TestFiles.write(stateDirectory(), "");

        Cli.Ended ended = verify();

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.reasons()).singleElement().asString().contains("--state=" + stateDirectory());
    }

    @Test
    void anExportHasNoState() {
        Cli.Ended ended = Cli.run(
                "verify", "--file", "any.jsonl", "--state", stateDirectory().toString());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("--state");
    }

    private void verifyFirst(int size) {
        write(0, size);
        assertVerified(verify(), size);
    }

    private void write(int from, int to) {
        ledger.writeSealed(ledger.values().records().subList(from, to));
    }

    private Cli.Ended verify(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("--state", stateDirectory().toString()));
        arguments.addAll(List.of(more));
        return Cli.verify(ledger.where(), arguments.toArray(String[]::new));
    }

    private void assertVerified(Cli.Ended ended, int size) {
        assertThat(ended.exitCode()).as(ended.out()).isZero();
        assertThat(ended.json().get("size").longValue()).isEqualTo(size);
        assertThat(ended.json().get("root").textValue())
                .isEqualTo(ledger.values().root(size).hex());
        assertThat(ended.json().get("head").textValue())
                .isEqualTo(ledger.values().records().get(size - 1).eventHash().hex());
    }

    private Cli.Ended verify(KafkaLedger other) {
        return Cli.verify(other.where(), "--state", stateDirectory().toString());
    }

    private static Event elsewhere(String eventId) {
        return TestLedger.event(eventId, "test.happened", Payload.at("s3://a", 1, Hash.ZERO));
    }

    /** As a whole one. */
    private void rewriteState(UnaryOperator<String> change) throws IOException {
        Path file = stateDirectory().resolve("state");
        String text = Files.readString(file);
        String changed = change.apply(text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1));
        assertThat(text).doesNotStartWith(changed);
        Files.writeString(
                file,
                changed + Sha256.of(changed.getBytes(StandardCharsets.UTF_8)).hex() + '\n');
    }

    private Path stateDirectory() {
        return directory.resolve("kept");
    }

    /** Its files but the lock, which is empty. */
    private Map<String, Hash> state() {
        Map<String, Hash> files = TestFiles.hashes(stateDirectory());
        files.remove("lock");
        return files;
    }
}
