package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sealstream.core.control.Certification;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each thing that is wrong is named by its own check, with a fix; the others are as they were. */
@ExtendWith(SharedBroker.class)
class DoctorTest {
    private final String address;

    @TempDir
    private Path directory;

    DoctorTest(TestBroker broker) {
        address = broker.bootstrapServers();
    }

    @Test
    void aSoundLedgerFailsNothing() {
        KafkaLedger ledger = KafkaLedger.whole(address, 2);
        commitIntake(ledger, 3);

        DoctorRun ended = DoctorRun.of(ledger);

        assertThat(ended.exitCode()).as("%s", ended).isZero();
        assertThat(ended.lines())
                .filteredOn(line -> line.status().equals("OK"))
                .extracting(DoctorRun.Line::check)
                .contains("listeners", "cluster", "features", "clock", "settings", "permissions", "genesis")
                .contains("transactions", "keys");
        assertThat(ended.lines()).filteredOn(line -> line.fix().isEmpty()).noneMatch(DoctorRun.Line::failed);
        assertThat(ended.line("keys").detail()).isEqualTo("1 root, 1 producer, 0 revoked");
    }

    @Test
    void withoutALedgerOnlyTheClusterIsLookedAt() {
        DoctorRun ended = DoctorRun.of("--bootstrap-server", address);

        assertThat(ended.exitCode()).as("%s", ended).isZero();
        assertThat(ended.lines())
                .extracting(DoctorRun.Line::check)
                .containsExactly("listeners", "cluster", "features", "clock", "ledger");
    }

    @Test
    void aWrongSettingComesWithTheCommandThatRightsIt() {
        KafkaLedger ledger = KafkaLedger.whole(address, 1);
        set(ledger.names().sealed(), "cleanup.policy", "delete");
        set(ledger.names().sealed(), "retention.ms", "-1");

        DoctorRun ended = DoctorRun.of(ledger);

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.failures("settings")).singleElement().satisfies(line -> {
            assertThat(line.detail()).contains(ledger.names().sealed(), "cleanup.policy=delete");
            assertThat(line.fix())
                    .hasValue("kafka-configs.sh --bootstrap-server " + address
                            + " --alter --entity-type topics --entity-name "
                            + ledger.names().sealed() + " --add-config cleanup.policy=compact");
        });
    }

    @Test
    void aLedgerThatIsNotThereIsMissing() {
        DoctorRun ended = DoctorRun.of("--ledger", "nowhere", "--bootstrap-server", address);

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.failures("topics"))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.fix().orElseThrow()).contains("sealstream init --ledger nowhere"));
        assertThat(ended.lines())
                .filteredOn(DoctorRun.Line::failed)
                .extracting(DoctorRun.Line::check)
                .containsOnly("topics");
        assertThat(ended.lines())
                .filteredOn(line -> line.detail().contains("see topics"))
                .allSatisfy(line -> assertThat(line.status()).isEqualTo("SKIP"))
                .extracting(DoctorRun.Line::check)
                .contains("replication", "permissions", "genesis", "transactions", "keys", "lag");
        assertThat(ended.lines())
                .extracting(line -> line.check() + ' ' + line.status())
                .doesNotContain("permissions OK");
    }

    @Test
    void aTopicThatIsMissingIsNotAskedForItsPermissions() {
        DoctorRun ended = DoctorRun.of("--ledger", "nowhere", "--bootstrap-server", address, "--role", "verifier");

        assertThat(ended.lines())
                .filteredOn(line -> line.check().equals("permissions"))
                .hasSize(3)
                .extracting(DoctorRun.Line::status)
                .containsOnly("SKIP");
    }

    @Test
    void aTopicThatIsGoneIsNotMadeAnew() {
        KafkaLedger ledger = KafkaLedger.whole(address, 1);
        KafkaLedger.ask(
                address,
                admin -> admin.deleteTopics(List.of(ledger.names().rejected())).all());

        DoctorRun ended = DoctorRun.of(ledger);

        assertThat(ended.failures("topics")).singleElement().satisfies(line -> {
            assertThat(line.detail()).contains(ledger.names().rejected());
            assertThat(line.fix().orElseThrow()).contains("restore").doesNotContain("--root-key");
        });
        assertThat(ended.lines())
                .filteredOn(line -> line.check().equals("transactions"))
                .extracting(DoctorRun.Line::status)
                .containsExactly("OK", "OK", "SKIP");
        assertThat(ended.line("genesis").status()).isEqualTo("OK");
    }

    @Test
    void aMissingPermissionComesWithTheCommandThatGrantsIt() {
        KafkaLedger ledger = KafkaLedger.whole(address, 1);
        ledger.forbid(ledger.names().intake());

        DoctorRun ended = DoctorRun.of(ledger, "--role", "producer,verifier");

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.lines())
                .filteredOn(
                        line -> line.check().equals("permissions") && line.fix().isPresent())
                .extracting(line -> line.status() + " " + line.fix().orElseThrow())
                .startsWith(
                        "FAIL kafka-acls.sh --bootstrap-server " + address
                                + " --add --allow-principal User:ANONYMOUS --operation Write --topic "
                                + ledger.names().intake(),
                        "WARN kafka-acls.sh --bootstrap-server " + address
                                + " --add --allow-principal User:ANONYMOUS --operation Read --operation DescribeConfigs"
                                + " --topic " + ledger.names().intake());
    }

    @Test
    void rolesAreShownWithoutBeingAskedFor() {
        KafkaLedger ledger = KafkaLedger.whole(address, 1);

        DoctorRun ended = DoctorRun.of(ledger);

        assertThat(ended.line("permissions").detail()).isEqualTo("this principal can be producer, sealer, verifier");
    }

    @Test
    void aVerifierThatMayWriteTheLedgerIsWarned() {
        DoctorRun ended = DoctorRun.of(KafkaLedger.whole(address, 1), "--role", "verifier");

        assertThat(ended.lines())
                .filteredOn(line -> line.check().equals("permissions"))
                .extracting(DoctorRun.Line::status)
                .containsExactly("OK", "WARN");
    }

    @Test
    void keysThatTheLedgerDoesNotKnowAreNamed() {
        KafkaLedger ledger = KafkaLedger.whole(address, 1);
        Path known = publicKey("known.pub", TestKeys.PRODUCER);
        Path checkpoint = publicKey("checkpoint.pub", TestKeys.CHECKPOINT);
        Path stranger = publicKey("stranger.pub", TestKeys.STRANGER);

        DoctorRun ended = DoctorRun.of(
                ledger, "--key", known.toString(), "--key", checkpoint.toString(), "--key", stranger.toString());

        assertThat(ended.failures("keys")).singleElement().satisfies(line -> {
            assertThat(line.detail()).contains("stranger.pub", "is not registered");
            assertThat(line.fix().orElseThrow()).contains("sealstream key add", "--public-key " + stranger);
        });
        assertThat(ended.lines())
                .extracting(DoctorRun.Line::detail)
                .contains(known + ": " + TestKeys.PRODUCER.keyId() + " is registered as producer")
                .contains(checkpoint + ": the ledger's checkpoint key");
    }

    @Test
    void aPrivateKeyThatOthersMayReadIsNamedEvenWithoutABroker() throws Exception {
        Path file = TestFiles.write(directory.resolve("till.pem"), TestKeys.PRODUCER.toPem());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        DoctorRun ended = DoctorRun.of("--bootstrap-server", "127.0.0.1:1", "--key", file.toString());

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.failures("key files")).singleElement().satisfies(line -> {
            assertThat(line.detail()).contains("rw-r--r--");
            assertThat(line.fix()).hasValue("chmod 600 " + file);
        });
        assertThat(ended.failures("listeners"))
                .singleElement()
                .satisfies(line -> assertThat(line.detail()).contains("127.0.0.1:1 cannot be reached"));
        assertThat(ended.line("clock").status()).isEqualTo("SKIP");
    }

    @Test
    void aTransactionInPassingIsNoFailure() {
        KafkaLedger ledger = KafkaLedger.whole(address, 1);
        try (var open = ledger.beginTransaction()) {
            KafkaLedger.send(
                    open, List.of(writtenNow(ledger.record(ledger.values().last()))));

            DoctorRun ended = DoctorRun.of(ledger, "--timeout", "2s");

            assertThat(ended.failures("transactions")).isEmpty();
            assertThat(ended.lines())
                    .filteredOn(line -> line.status().equals("WARN"))
                    .extracting(DoctorRun.Line::detail)
                    .anyMatch(detail -> detail.matches(".*at offset 4 of 5; producer id \\d+ wrote to it last at .*"));
            open.abortTransaction();
        }
    }

    private static ProducerRecord<byte[], byte[]> writtenNow(ProducerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(record.topic(), 0, System.currentTimeMillis(), record.key(), record.value());
    }

    @Test
    void anOpenTransactionIsNamedWithItsOffset() {
        KafkaLedger ledger = KafkaLedger.whole(address, 1);
        try (var open = ledger.beginTransaction()) {
            KafkaLedger.send(open, List.of(ledger.record(ledger.values().last())));

            DoctorRun ended = DoctorRun.of(ledger, "--timeout", "2s");

            assertThat(ended.failures("transactions")).singleElement().satisfies(line -> {
                assertThat(line.detail()).contains(ledger.names().sealed());
                assertThat(line.fix().orElseThrow()).contains("--partition 0 --start-offset 4");
            });
            open.abortTransaction();
        }
    }

    @Test
    void intakeRecordsThatNobodySealsFail() {
        KafkaLedger ledger = KafkaLedger.whole(address, 2);
        commitIntake(ledger, 1);

        DoctorRun ended = DoctorRun.of(ledger);

        assertThat(ended.failures("lag")).singleElement().satisfies(line -> {
            assertThat(line.detail()).contains("no sealer", "DEGRADED", "2 intake records wait");
            assertThat(line.fix().orElseThrow()).contains("/health", "Runbook", "else: sealstream sealer --ledger");
        });
    }

    @Test
    void intakeRecordsThatNobodySealsFailAlsoWhenTheGroupHasLostItsOffset() {
        KafkaLedger ledger = KafkaLedger.whole(address, 2);

        DoctorRun ended = DoctorRun.of(ledger);

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.failures("lag"))
                .singleElement()
                .satisfies(line -> assertThat(line.detail())
                        .contains("no sealer", "lost its offset", "any of 3 intake records may wait"));
    }

    @Test
    void anIntakeWithoutRecordsThatNobodySealsIsAWarning() {
        KafkaLedger ledger = KafkaLedger.whole(address, 0);
        ledger.replaceTopic(ledger.names().intake(), KafkaLedger.INTAKE);

        DoctorRun ended = DoctorRun.of(ledger);

        assertThat(ended.line("lag").status()).isEqualTo("WARN");
    }

    @Test
    void aSealerThatStandsStillFails() {
        KafkaLedger ledger = KafkaLedger.whole(address, 2);
        commitIntake(ledger, 1);
        try (var member = memberOfTheSealersGroup(ledger)) {
            DoctorRun ended = DoctorRun.of(ledger, "--timeout", "2s");

            assertThat(ended.failures("lag")).singleElement().satisfies(line -> {
                assertThat(line.detail()).contains("a sealer runs", "2 intake records wait", "none had its outcome");
                assertThat(line.fix().orElseThrow()).contains("/health");
            });
            assertThat(member.assignment()).isNotEmpty();
        }
    }

    @Test
    void aLedgerThatWasNeverMadeIsMade() {
        KafkaLedger ledger = KafkaLedger.create(address, 0);
        ledger.replaceTopic(ledger.names().intake(), KafkaLedger.INTAKE);

        DoctorRun ended = DoctorRun.of(ledger);

        assertThat(ended.failures("genesis")).singleElement().satisfies(line -> {
            assertThat(line.detail()).contains("has no record", "never made");
            assertThat(line.fix().orElseThrow()).startsWith("sealstream init --ledger");
        });
    }

    @Test
    void aLedgerThatLostItsRecordsIsRestoredAndNotMadeAnew() {
        DoctorRun ended = DoctorRun.of(KafkaLedger.create(address, 0));

        assertThat(ended.failures("genesis")).singleElement().satisfies(line -> {
            assertThat(line.detail()).contains("has no record", "there was a ledger");
            assertThat(line.fix().orElseThrow()).startsWith("restore").contains("Backup");
        });
    }

    @Test
    void aKeyFileWithTwoIdsIsRefusedAsSubmitRefusesIt() {
        Path file =
                TestFiles.write(directory.resolve("two.pem"), "Key-Id: one\nKey-Id: two\n" + TestKeys.PRODUCER.toPem());

        DoctorRun ended = DoctorRun.of("--bootstrap-server", "127.0.0.1:1", "--key", file.toString());

        assertThat(ended.failures("key files"))
                .singleElement()
                .satisfies(line -> assertThat(line.detail()).contains("2 lines Key-Id:"));
    }

    @ParameterizedTest
    @CsvSource({"REQUIRED, WARN", "NONE, OK"})
    void aLedgerWithoutProducerKeysIsWarnedOfWhereItNeedsThem(Certification certification, String status) {
        KafkaLedger ledger = KafkaLedger.create(address, 0);
        Genesis genesis = TestLedger.genesis(
                ledger.names().ledger(), ledger.values().topics(), certification, TestKeys.CHECKPOINT);
        ledger.writeSealed(TestLedger.of(genesis, 0).records().subList(0, 1));

        DoctorRun ended = DoctorRun.of(ledger);

        assertThat(ended.line("keys").detail()).startsWith("1 root, 0 producer, 0 revoked");
        assertThat(ended.line("keys").status()).isEqualTo(status);
    }

    private Path publicKey(String name, Ed25519SigningKey key) {
        return TestFiles.write(
                directory.resolve(name), new NamedPublicKey(key.keyId(), key.publicKey()).toText() + '\n');
    }

    private void set(String topic, String key, String value) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        var change = new AlterConfigOp(new ConfigEntry(key, value), OpType.SET);
        KafkaLedger.ask(
                address,
                admin -> admin.incrementalAlterConfigs(Map.of(resource, List.of(change)))
                        .all());
    }

    /** As a sealer that has stopped leaves it. */
    private void commitIntake(KafkaLedger ledger, long offset) {
        var partition = new TopicPartition(ledger.names().intake(), 0);
        KafkaLedger.ask(
                address,
                admin -> admin.alterConsumerGroupOffsets(
                                ledger.names().sealerGroup(), Map.of(partition, new OffsetAndMetadata(offset)))
                        .all());
    }

    private KafkaConsumer<byte[], byte[]> memberOfTheSealersGroup(KafkaLedger ledger) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", address, "group.id", ledger.names().sealerGroup(), "enable.auto.commit", false);
        var member = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        member.subscribe(List.of(ledger.names().intake()));
        await().until(() -> {
            var unused = member.poll(Duration.ofMillis(50));
            return !member.assignment().isEmpty();
        });
        return member;
    }
}
