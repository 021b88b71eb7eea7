package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.kafka.local.BrokerSettings;
import io.sealstream.kafka.local.LocalCluster;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What endangers a ledger is told and changes no verdict. */
@ExtendWith(SharedBroker.class)
class TopicFindingsTest {
    private final String address;

    TopicFindingsTest(TestBroker broker) {
        address = broker.bootstrapServers();
    }

    @Test
    void settingsThatEndangerTheLedgerAreFindings() {
        KafkaLedger ledger = KafkaLedger.whole(address, 1);
        String name = ledger.names().ledger();
        set(address, name + ".sealed", "unclean.leader.election.enable", "true");
        set(address, name + ".intake", "retention.ms", "604800000");
        set(address, name + ".intake", "message.timestamp.type", "CreateTime");
        set(address, name + ".rejected", "retention.bytes", "1000000000");

        Cli.Ended ended = Cli.verify(ledger.where());

        assertThat(ended.exitCode()).isZero();
        assertThat(findings(ended)).hasSize(4).containsOnly("TOPIC_SETTING");
        assertThat(details(ended))
                .anyMatch(line -> line.startsWith(name + ".sealed has unclean.leader.election.enable=true"))
                .anyMatch(line -> line.startsWith(name + ".intake has retention.ms=604800000"))
                .anyMatch(line -> line.startsWith(name + ".intake has message.timestamp.type=CreateTime"))
                .anyMatch(line -> line.startsWith(name + ".rejected has retention.bytes=1000000000"));
    }

    @Test
    void aReplicatedTopicThatOneBrokerMayConfirmAloneIsAFinding(@TempDir Path directory) {
        try (LocalCluster cluster = LocalCluster.start(directory, 3, BrokerSettings.defaults())) {
            KafkaLedger ledger = KafkaLedger.whole(cluster.bootstrapServers(), 1);
            set(cluster.bootstrapServers(), ledger.names().sealed(), "min.insync.replicas", "1");

            Cli.Ended ended = Cli.verify(ledger.where());

            assertThat(ended.verdict()).isEqualTo("VERIFIED");
            assertThat(details(ended))
                    .singleElement()
                    .asString()
                    .startsWith(ledger.names().sealed() + " has min.insync.replicas=1");
        }
    }

    @Test
    void settingsThatMayNotBeSeenAreNotChecked() {
        KafkaLedger ledger = KafkaLedger.whole(address, 1);
        hideSettings(ledger.names().sealed());

        Cli.Ended ended = Cli.verify(ledger.where());

        assertThat(ended.verdict()).isEqualTo("VERIFIED");
        assertThat(findings(ended)).isEmpty();
        assertThat(ended.notChecked())
                .anyMatch(line ->
                        line.startsWith("The settings of " + ledger.names().sealed()));
    }

    @Test
    void topicsOfAnotherLedgerAreAFinding() {
        KafkaLedger topics = KafkaLedger.create(address, 0);
        KafkaLedger ledger = new KafkaLedger(
                address, topics.names(), TestLedger.of("other", topics.values().topics(), 1));
        ledger.writeSealed(ledger.values().records());

        Cli.Ended ended = Cli.verify(ledger.where(), "--intake", "skip");

        assertThat(ended.verdict()).isEqualTo("VERIFIED");
        assertThat(ended.json().get("ledger").textValue()).isEqualTo("other");
        assertThat(findings(ended)).containsExactly("OTHER_LEDGER");
        assertThat(ended.json().at("/findings/0/detail").textValue())
                .contains(ledger.names().ledger(), "other");
    }

    private static List<String> findings(Cli.Ended ended) {
        return ended.json().get("findings").findValuesAsText("kind");
    }

    private static List<String> details(Cli.Ended ended) {
        return ended.json().get("findings").findValuesAsText("detail");
    }

    private static void set(String address, String topic, String setting, String value) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry(setting, value), OpType.SET);
        KafkaLedger.ask(
                address,
                admin -> admin.incrementalAlterConfigs(Map.of(resource, List.of(change)))
                        .all());
    }

    private void hideSettings(String topic) {
        ResourcePattern pattern = new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL);
        KafkaLedger.ask(
                address,
                admin -> admin.createAcls(List.of(
                                binding(pattern, AclOperation.ALL, AclPermissionType.ALLOW),
                                binding(pattern, AclOperation.DESCRIBE_CONFIGS, AclPermissionType.DENY)))
                        .all());
    }

    private static AclBinding binding(ResourcePattern pattern, AclOperation operation, AclPermissionType type) {
        return new AclBinding(pattern, new AccessControlEntry("User:ANONYMOUS", "*", operation, type));
    }
}
