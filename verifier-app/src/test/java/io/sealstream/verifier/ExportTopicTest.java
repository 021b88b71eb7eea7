package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A ledger of ten records, exported. */
@ExtendWith(SharedBroker.class)
class ExportTopicTest {
    private final KafkaLedger ledger;

    @TempDir
    private Path directory;

    ExportTopicTest(TestBroker broker) {
        ledger = KafkaLedger.create(broker.bootstrapServers(), 8);
    }

    @Test
    void anExportHasTheHeadAndRootOfTheTopic() {
        ledger.writeSealed(ledger.values().records());

        Cli.Ended exported = export(file());

        Cli.Ended topic = Cli.verify(ledger.where());
        Cli.Ended copy = Cli.verify(List.of("--file", file()));
        assertThat(exported.exitCode()).isZero();
        assertThat(copy.verdict()).isEqualTo("VERIFIED");
        for (String member : List.of("ledger", "ledger_id", "size", "head", "root")) {
            assertThat(copy.json().get(member)).isEqualTo(topic.json().get(member));
        }
        assertThat(part()).doesNotExist();
    }

    @Test
    void standardOutputHasTheRecordsAndNothingElse() {
        ledger.writeSealed(ledger.values().records());

        Cli.Ended exported = export("-");

        assertThat(exported.exitCode()).isZero();
        assertThat(exported.out()).isEqualTo(TestLedger.lines(ledger.values().records()));
    }

    @Test
    void anExportThatWasInterruptedInTheMiddleOfALineGoesOn() {
        ledger.writeSealed(ledger.values().records());
        String whole = TestLedger.lines(ledger.values().records());
        TestFiles.write(part(), whole.substring(0, whole.length() / 2));

        Cli.Ended exported = export(file());

        assertThat(exported.exitCode()).isZero();
        assertThat(Path.of(file())).hasContent(whole);
        assertThat(part()).doesNotExist();
    }

    @Test
    void aLaterExportAddsWhatHasComeSince() {
        ledger.writeSealed(ledger.values().records().subList(0, 6));
        Cli.Ended first = export(file());
        ledger.writeSealed(ledger.values().records().subList(6, 10));

        Cli.Ended second = export(file());

        assertThat(first.exitCode()).isZero();
        assertThat(second.exitCode()).isZero();
        assertThat(Path.of(file())).hasContent(TestLedger.lines(ledger.values().records()));
    }

    @Test
    void aFileThatIsNotOfThisLedgerIsLeftAsItIs() {
        ledger.writeSealed(ledger.values().records());
        String other = TestLedger.lines(TestLedger.of(2).records());
        TestFiles.write(Path.of(file()), other);

        Cli.Ended exported = export(file());

        assertThat(exported.exitCode()).isEqualTo(5);
        assertThat(exported.err()).contains("line 4 of " + file(), "another ledger");
        assertThat(Path.of(file())).hasContent(other);
    }

    @Test
    void aTopicWithLessThanTheFileIsNotExported() {
        ledger.writeSealed(ledger.values().records().subList(0, 6));
        String whole = TestLedger.lines(ledger.values().records());
        TestFiles.write(Path.of(file()), whole);

        Cli.Ended exported = export(file());

        assertThat(exported.exitCode()).isEqualTo(5);
        assertThat(exported.err()).contains("has 10 records, and the topic only 6");
        assertThat(Path.of(file())).hasContent(whole);
    }

    @Test
    void aRecordWithoutAJsonFormStopsTheExport() {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(
                ledger.values().records().stream().map(ledger::record).toList());
        records.set(
                4,
                new ProducerRecord<>(ledger.names().sealed(), 0, records.get(4).key(), new byte[3]));
        ledger.write(records);

        Cli.Ended exported = export(file());

        assertThat(exported.exitCode()).isEqualTo(5);
        assertThat(exported.err()).contains("offset 4", "sealstream verify");
        assertThat(Path.of(file())).doesNotExist();
        assertThat(part()).hasContent(TestLedger.lines(ledger.values().records().subList(0, 4)));
    }

    @Test
    void anEndThatIsNotReachedLeavesAPart() {
        List<SealedEvent> records = ledger.values().records();
        ledger.writeSealed(records.subList(0, 6));
        try (var open = ledger.beginTransaction()) {
            KafkaLedger.send(open, List.of(ledger.record(records.get(6))));

            Cli.Ended exported = export(file(), "--timeout", "2s");

            assertThat(exported.exitCode()).isEqualTo(5);
            assertThat(exported.err()).contains("open transaction", "run it again");
            assertThat(part()).hasContent(TestLedger.lines(records.subList(0, 6)));
            open.abortTransaction();
        }
    }

    @Test
    void anEmptyTopicMakesNoExport() {
        Cli.Ended exported = export(file());

        assertThat(exported.exitCode()).isEqualTo(5);
        assertThat(Files.exists(Path.of(file()))).isFalse();
    }

    private Cli.Ended export(String out, String... more) {
        List<String> arguments = new ArrayList<>(List.of("export", "--out", out));
        arguments.addAll(ledger.where());
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    private String file() {
        return directory.resolve("test.jsonl").toString();
    }

    private Path part() {
        return directory.resolve("test.jsonl.part");
    }
}
