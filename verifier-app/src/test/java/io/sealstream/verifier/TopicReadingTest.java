package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.checkpoint.NoteSigner;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that cannot be read, or not to its end, is never VERIFIED, and never TAMPERED for that. */
@ExtendWith(SharedBroker.class)
class TopicReadingTest {
    private final String address;

    @TempDir
    private Path directory;

    TopicReadingTest(TestBroker broker) {
        address = broker.bootstrapServers();
    }

    @Test
    void anEmptyTopicIsIncomplete() {
        Cli.Ended ended = Cli.verify(KafkaLedger.create(address, 0).where());

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.verdict()).isEqualTo("INCOMPLETE");
        assertThat(ended.reasons()).containsExactly("there is no record at all");
    }

    @Test
    void aTopicThatWasEmptiedShowsWithACheckpoint() {
        KafkaLedger ledger = KafkaLedger.create(address, 2);
        String checkpoint = checkpoint(ledger, 4);
        String vkey = new NoteSigner(TestLedger.ORIGIN, TestKeys.CHECKPOINT)
                .verifierKey()
                .toString();

        Cli.Ended ended = Cli.verify(ledger.where(), "--checkpoint", checkpoint, "--checkpoint-vkey", vkey);

        assertThat(ended.exitCode()).isEqualTo(10);
        assertThat(ended.faults()).containsExactly("CHECKPOINT_TRUNCATED@0");
    }

    @Test
    void severalReadersFindWhatOneFinds() {
        KafkaLedger ledger = KafkaLedger.create(address, 4);
        List<SealedEvent> records = ledger.values().records();
        ledger.writeSealed(records.subList(0, 4));
        ledger.writeSealed(records.subList(5, 6));
        Cli.Ended one = Cli.verify(ledger.where());

        Cli.Ended several = Cli.verify(ledger.where(), "--readers", "3");

        assertThat(several.exitCode()).isEqualTo(10);
        assertThat(several.faults()).isEqualTo(one.faults());
    }

    @Test
    void anOpenTransactionIsIncompleteInTime() {
        KafkaLedger ledger = KafkaLedger.create(address, 4);
        List<SealedEvent> records = ledger.values().records();
        ledger.writeSealed(records.subList(0, 4));
        try (var open = ledger.beginTransaction()) {
            KafkaLedger.send(
                    open, records.subList(4, 6).stream().map(ledger::record).toList());
            Instant begun = Instant.now();

            Cli.Ended ended = Cli.verify(ledger.where(), "--timeout", "2s");

            assertThat(ended.exitCode()).isEqualTo(3);
            assertThat(ended.verdict()).isEqualTo("INCOMPLETE");
            assertThat(ended.reasons()).singleElement().asString().contains("open transaction");
            assertThat(ended.json().get("size").longValue()).isEqualTo(4);
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(15));
            open.abortTransaction();
        }
    }

    @Test
    void tamperingBeforeAnOpenTransactionIsTampering() {
        KafkaLedger ledger = KafkaLedger.create(address, 4);
        List<SealedEvent> records = ledger.values().records();
        records.set(3, TestLedger.edited(records.get(3)));
        ledger.writeSealed(records.subList(0, 5));
        try (var open = ledger.beginTransaction()) {
            KafkaLedger.send(open, List.of(ledger.record(records.get(5))));

            Cli.Ended ended = Cli.verify(ledger.where(), "--timeout", "2s");

            assertThat(ended.exitCode()).isEqualTo(10);
            assertThat(ended.faults()).containsExactly("PAYLOAD_MISMATCH@3");
            open.abortTransaction();
        }
    }

    @Test
    void pollsThatComeBackEmptyAreNoEnd() {
        KafkaLedger ledger = KafkaLedger.create(address, 8);
        List<SealedEvent> records = ledger.values().records();
        ledger.writeSealed(records.subList(0, 5));
        for (int i = 0; i < 3; i++) {
            ledger.writeAborted(
                    records.subList(5, 10).stream().map(ledger::record).toList());
        }
        ledger.writeSealed(records.subList(5, 10));
        ledger.writeAborted(records.subList(5, 10).stream().map(ledger::record).toList());

        Cli.Ended ended = Cli.verify(ledger.where());

        assertThat(ended.verdict()).isEqualTo("VERIFIED");
        assertThat(ended.json().get("size").longValue()).isEqualTo(10);
    }

    @Test
    void aMissingTopicIsAnErrorThatNamesIt() {
        Cli.Ended ended = Cli.verify(List.of("--ledger", "nowhere", "--bootstrap-server", address));

        assertError(ended, "nowhere.sealed");
    }

    @Test
    void aPortWhereNobodyListensIsAnErrorInTimeThatNamesTheAddress() throws IOException {
        String free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = "localhost:" + socket.getLocalPort();
        }
        Instant begun = Instant.now();

        Cli.Ended ended = Cli.verify(List.of("--ledger", "any", "--bootstrap-server", free, "--timeout", "1s"));

        assertError(ended, free);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void aPortWhereNoBrokerAnswersIsAnErrorInTimeThatNamesTheAddress() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String wrong = "localhost:" + silent.getLocalPort();

            Cli.Ended ended = Cli.verify(List.of("--ledger", "any", "--bootstrap-server", wrong, "--timeout", "1s"));

            assertError(ended, wrong);
        }
    }

    @Test
    void aHostThatDoesNotExistIsAnErrorThatNamesIt() {
        Cli.Ended ended =
                Cli.verify(List.of("--ledger", "any", "--bootstrap-server", "nowhere.invalid:9092", "--timeout", "1s"));

        assertError(ended, "nowhere.invalid:9092");
    }

    @Test
    void aTopicThatMayNotBeReadIsAnErrorThatNamesIt() {
        KafkaLedger ledger = KafkaLedger.whole(address, 2);
        ledger.forbid(ledger.names().sealed());

        Cli.Ended ended = Cli.verify(ledger.where());

        assertError(ended, ledger.names().sealed());
        assertThat(ended.err()).contains("permission");
    }

    @Test
    void anIntakeThatMayNotBeReadIsNotChecked() {
        KafkaLedger ledger = KafkaLedger.whole(address, 2);
        ledger.forbid(ledger.names().intake());

        Cli.Ended ended = Cli.verify(ledger.where());

        assertThat(ended.verdict()).isEqualTo("VERIFIED");
        assertThat(ended.notChecked()).anyMatch(line -> line.contains("one outcome") && line.contains("permission"));
    }

    @Test
    void anIntakeThatIsLeftOutIsNotChecked() {
        KafkaLedger ledger = KafkaLedger.whole(address, 2);
        ledger.writeRejected(1);

        Cli.Ended ended = Cli.verify(ledger.where(), "--intake", "skip");

        assertThat(ended.verdict()).isEqualTo("VERIFIED");
        assertThat(ended.notChecked()).anyMatch(line -> line.contains("one outcome") && line.contains("--intake skip"));
    }

    @Test
    void rejectedAndPendingIntakeRecordsAreAsTheyShouldBe() {
        KafkaLedger ledger = KafkaLedger.whole(address, 2);
        ledger.writeIntake(ledger.values().records().subList(1, 3));
        ledger.writeRejected(3);

        Cli.Ended ended = Cli.verify(ledger.where());

        assertThat(ended.verdict()).isEqualTo("VERIFIED");
        assertThat(ended.checked()).anyMatch(line -> line.contains("4 records up to the last outcome; 1 behind it"));
    }

    @Test
    void anIntakeRecordWhoseOutcomeMayBeOneThatCanNotBeDecodedIsIncomplete() {
        KafkaLedger ledger = KafkaLedger.whole(address, 2);
        ledger.writeIntake(ledger.values().records().subList(1, 3));
        ledger.writeUndecodableRejection("producer-added");
        ledger.writeRejected(4);

        Cli.Ended ended = Cli.verify(ledger.where());

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.verdict()).isEqualTo("INCOMPLETE");
        assertThat(ended.faults()).isEmpty();
        assertThat(ended.reasons())
                .singleElement()
                .asString()
                .startsWith("1 outcomes in the rejected topic cannot be decoded (1 intake records have no other)");
        assertThat(ended.notChecked()).anyMatch(line -> line.contains("one outcome"));
    }

    @Test
    void settingsThatEndangerTheLedgerAreFindings() {
        KafkaLedger ledger = KafkaLedger.create(address, 2, KafkaLedger.DELETABLE);
        ledger.writeSealed(ledger.values().records());

        Cli.Ended ended = Cli.verify(ledger.where());

        assertThat(ended.verdict()).isEqualTo("VERIFIED");
        assertThat(ended.json().get("findings")).hasSize(1);
        assertThat(ended.json().get("findings").get(0).get("kind").textValue()).isEqualTo("TOPIC_SETTING");
    }

    private static void assertError(Cli.Ended ended, String named) {
        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.verdict()).isEqualTo("ERROR");
        assertThat(ended.reasons()).singleElement().asString().contains(named);
        assertThat(ended.err().lines()).singleElement().asString().contains(named);
    }

    private String checkpoint(KafkaLedger ledger, int size) {
        String note = ledger.values().checkpoint(size, TestKeys.CHECKPOINT);
        return TestFiles.write(directory.resolve("checkpoint"), note).toString();
    }
}
