package io.sealstream.verifier;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.StrictJson.InvalidJsonException;
import io.sealstream.core.verify.FaultKind;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.verifier.report.ReportFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is wrong with a ledger, each form of the report says so, says where, and ends with the same exit code. */
@ExtendWith(SharedBroker.class)
class EveryFaultInEveryFormTest {
    /** A topic has several faults at once, so its reports are made once. */
    private static final Map<List<String>, Map<ReportFormat, Cli.Ended>> REPORTS = new ConcurrentHashMap<>();

    private static final Map<String, KafkaLedger> TOPICS = new ConcurrentHashMap<>();

    private final TestBroker broker;

    @TempDir
    private Path directory;

    EveryFaultInEveryFormTest(TestBroker broker) {
        this.broker = broker;
    }

    @ParameterizedTest
    @EnumSource
    void isToldAlike(FaultKind kind) throws InvalidJsonException {
        Map<ReportFormat, Cli.Ended> reports = REPORTS.computeIfAbsent(ledgerWith(kind), this::verifyInEveryForm);

        List<String> faults = told(reports, ReportFormat.JSON).faults();
        assertThat(faults).anyMatch(fault -> fault.startsWith(kind + "@"));
        assertThat(reports).allSatisfy((format, ended) -> {
            assertThat(ended.exitCode()).isEqualTo(10);
            Told told = new Told(format, ended.out());
            assertThat(told.verdict()).isEqualTo("TAMPERED");
            assertThat(told.faults()).isEqualTo(faults);
        });
    }

    private Map<ReportFormat, Cli.Ended> verifyInEveryForm(List<String> where) {
        Map<ReportFormat, Cli.Ended> reports = new EnumMap<>(ReportFormat.class);
        for (ReportFormat format : ReportFormat.values()) {
            List<String> arguments = new ArrayList<>(List.of("verify", "--format", format.name()));
            arguments.addAll(where);
            reports.put(format, Cli.run(arguments.toArray(String[]::new)));
        }
        return reports;
    }

    private List<String> ledgerWith(FaultKind kind) throws InvalidJsonException {
        return switch (kind) {
            case MALFORMED -> cutOff();
            case KEY_MISMATCH, TIMESTAMP_MISMATCH, TOMBSTONE, INTAKE_UNSEALED, INTAKE_OUTCOME_TWICE ->
                TOPICS.computeIfAbsent("broken", key -> broken()).where();
            case TOPIC_REPLACED ->
                TOPICS.computeIfAbsent("replaced", key -> replaced()).where();
            default -> Vectors.where(Vectors.with(kind).orElseThrow(), directory);
        };
    }

    private List<String> cutOff() {
        String lines = TestLedger.lines(TestLedger.of(4).records());
        Path file = TestFiles.write(directory.resolve("cut.jsonl"), lines.substring(0, lines.length() - 20));
        return List.of("--file", file.toString());
    }

    private KafkaLedger broken() {
        KafkaLedger ledger = KafkaLedger.create(broker.bootstrapServers(), 8);
        List<ProducerRecord<byte[], byte[]>> records =
                ledger.values().records().stream().map(ledger::record).collect(Collectors.toCollection(ArrayList::new));
        records.set(4, record(records.get(4), records.get(9).key(), 0));
        records.set(5, record(records.get(5), records.get(5).key(), 1));
        records.set(6, deleted(records.get(6)));
        ledger.write(records);
        ledger.writeRejected(2);
        return ledger;
    }

    private KafkaLedger replaced() {
        KafkaLedger ledger = KafkaLedger.create(broker.bootstrapServers(), 2);
        ledger.replaceTopic(topic(ledger), KafkaLedger.COMPACTED);
        ledger.writeSealed(ledger.values().records());
        return ledger;
    }

    private static Told told(Map<ReportFormat, Cli.Ended> reports, ReportFormat format) {
        return new Told(format, requireNonNull(reports.get(format)).out());
    }

    private static String topic(KafkaLedger ledger) {
        return ledger.names().sealed();
    }

    private static ProducerRecord<byte[], byte[]> record(ProducerRecord<byte[], byte[]> right, byte[] key, long later) {
        return new ProducerRecord<>(right.topic(), 0, right.timestamp() + later, key, right.value());
    }

    private static ProducerRecord<byte[], byte[]> deleted(ProducerRecord<byte[], byte[]> right) {
        byte[] none = null;
        return new ProducerRecord<>(right.topic(), 0, right.timestamp(), right.key(), none);
    }
}
