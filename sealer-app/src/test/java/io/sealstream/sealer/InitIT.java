package io.sealstream.sealer;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.StrictJson;
import io.sealstream.core.control.Certification;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.reader.TestTopics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(TrialLedgers.class)
class InitIT {
    @Test
    void makesTopicsThatKeepEverything(TrialLedger ledger) throws Exception {
        ledger.init();

        Admin admin = ledger.admin();
        assertThat(settings(admin, ledger.names().intake()))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1")
                .containsEntry("retention.bytes", "-1")
                .containsEntry("message.timestamp.type", "LogAppendTime")
                .containsEntry("unclean.leader.election.enable", "false")
                .containsEntry("max.message.bytes", "2097152");
        assertThat(settings(admin, ledger.names().sealed()))
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("message.timestamp.type", "CreateTime")
                .containsEntry("unclean.leader.election.enable", "false")
                .containsEntry("max.message.bytes", "2097152");
        assertThat(settings(admin, ledger.names().rejected()))
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "-1")
                .containsEntry("retention.bytes", "-1")
                .containsEntry("max.message.bytes", "2097152");
        assertThat(admin.describeTopics(List.of(
                                ledger.names().intake(),
                                ledger.names().sealed(),
                                ledger.names().rejected()))
                        .allTopicNames()
                        .get()
                        .values())
                .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(1));
    }

    @Test
    void writesTheGenesis(TrialLedger ledger) throws Exception {
        SealedEvent genesis = ledger.init();

        ConsumerRecord<byte[], byte[]> record =
                Topics.committed(ledger, ledger.names().sealed()).getFirst();
        assertThat(record.key()).isEqualTo(new byte[8]);
        assertThat(record.timestamp()).isEqualTo(genesis.sealedAtMs());
        assertThat(genesis.previousHash()).isEqualTo(Hash.ZERO);
        assertThat(genesis.event().eventId().value()).isEqualTo("sealstream.genesis");
        JsonNode payload =
                StrictJson.object(requireNonNull(genesis.event().payload().inline()));
        assertThat(payload.get("format").intValue()).isEqualTo(1);
        assertThat(payload.get("ledger").textValue()).isEqualTo(ledger.names().ledger());
        assertThat(payload.get("origin").textValue()).isEqualTo("example.com/trial");
        assertThat(payload.get("hash").textValue()).isEqualTo("SHA-256");
        assertThat(payload.get("certification").textValue()).isEqualTo("required");
        assertThat(payload.get("sealed_topic_id").textValue())
                .isEqualTo(ledger.topics().sealedTopicId());
        assertThat(payload.get("intake_topic_id").textValue())
                .isEqualTo(ledger.topics().intakeTopicId());
        assertThat(payload.get("cluster_id").textValue())
                .isEqualTo(ledger.topics().clusterId());
        assertThat(payload.get("root_keys").get(0).get("key_id").textValue()).isEqualTo("root-1");
        Audit.requireWhole(ledger);
    }

    @Test
    void commitsWhereTheSealersBegin(TrialLedger ledger) throws Exception {
        ledger.init();

        String group = ledger.names().sealerGroup();
        assertThat(ledger.admin()
                        .listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get())
                .containsExactly(entry(new TopicPartition(ledger.names().intake(), 0), new OffsetAndMetadata(0)));
    }

    @Test
    void refusesALedgerThatIsThere(TrialLedger ledger) throws Exception {
        ledger.init();

        assertThatThrownBy(ledger::init).isInstanceOfSatisfying(CommandFailure.class, failure -> {
            assertThat(failure.exitCode()).isEqualTo(ExitCode.ERROR);
            assertThat(failure).hasMessageContaining(ledger.names().sealed() + " at ");
            assertThat(failure).hasMessageContaining("holds records already");
        });
        assertThat(Topics.committed(ledger, ledger.names().sealed())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "intake, cleanup.policy, compact",
        "sealed, cleanup.policy, delete",
        "rejected, retention.ms, 60000",
    })
    void refusesATopicThatIsNotSetAsItMustBe(String topic, String setting, String value, TrialLedger ledger)
            throws Exception {
        String name = ledger.names().ledger() + '.' + topic;
        create(ledger, new NewTopic(name, 1, (short) 1).configs(Map.of(setting, value)));

        assertRefused(ledger, name + " has " + setting + '=' + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "sealed", "rejected"})
    void refusesATopicOfSeveralPartitions(String topic, TrialLedger ledger) throws Exception {
        String name = ledger.names().ledger() + '.' + topic;
        create(ledger, new NewTopic(name, 3, (short) 1));

        assertRefused(ledger, name + " has partitions=3");
    }

    @Test
    void refusesOutcomesOfAnEarlierLedgerOfThatName(TrialLedger ledger) throws Exception {
        String rejected = ledger.names().rejected();
        makeTopics(ledger);
        ledger.foreignWriter().write(rejected, anything());

        assertRefused(ledger, rejected + " at " + ledger.bootstrapServers() + " holds outcomes of an earlier ledger");
    }

    @Test
    void refusesTheHeadOfAnEarlierLedgerOfThatName(TrialLedger ledger) throws Exception {
        String changelog = Changelog.topic(ledger);
        create(ledger, new NewTopic(changelog, 1, (short) 1));
        ledger.foreignWriter().write(changelog, anything());

        assertRefused(ledger, changelog + " at " + ledger.bootstrapServers() + " holds the head of an earlier ledger");
    }

    @Test
    void takesTopicsThatAreAsTheyMustBeAndRecordsThatWereSubmittedEarly(TrialLedger ledger) throws Exception {
        makeTopics(ledger);
        ledger.foreignWriter().write(ledger.names().intake(), anything());

        ledger.init();

        ledger.start().awaitHealthy();
        assertThat(ledger.outcomes().awaitRejected(0).reason()).isEqualTo(RejectReason.MALFORMED);
        Audit.requireWhole(ledger);
    }

    @RepeatedTest(5)
    void makesOneLedgerWhenSeveralBeginAtOnce(TrialLedger ledger) throws Exception {
        int several = 4;
        CyclicBarrier together = new CyclicBarrier(several);
        Callable<SealedEvent> init = () -> {
            together.await();
            return ledger.init();
        };

        List<SealedEvent> made = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(several)) {
            for (Future<SealedEvent> each : threads.invokeAll(Collections.nCopies(several, init))) {
                try {
                    made.add(each.get());
                } catch (ExecutionException e) {
                    assertThat(e).cause().isInstanceOf(CommandFailure.class);
                }
            }
        }

        assertThat(made).hasSize(1);
        assertThat(ledger.outcomes().awaitSealedCount(1)).isEqualTo(made.getFirst());
        Audit.requireWhole(ledger);
    }

    @Test
    void makesNoTopicsForABadChoice(TrialLedger ledger) throws Exception {
        GenesisSettings bad =
                new GenesisSettings("no spaces", HashAlgorithm.SHA_256, Certification.REQUIRED, List.of(), null);
        LedgerInit init = new LedgerInit(ledger.names(), ledger.settings(), bad, (short) -1);

        assertThatThrownBy(init::run)
                .isInstanceOfSatisfying(
                        CommandFailure.class,
                        failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE))
                .hasMessageContaining("origin");
        assertThat(ledger.admin().listTopics().names().get())
                .doesNotContain(ledger.names().sealed());
    }

    private static void create(TrialLedger ledger, NewTopic topic) {
        TestTopics.make(ledger.admin(), topic);
    }

    private static void makeTopics(TrialLedger ledger) {
        new TopicCreation(ledger.connection(), TrialLedger.PATIENCE, (short) -1).create(ledger.names());
    }

    private static Tampering.Forgery anything() {
        return new Tampering.Forgery(Bytes.utf8("anything"), Bytes.utf8("anything"), System.currentTimeMillis());
    }

    /** And nothing was made. */
    private static void assertRefused(TrialLedger ledger, String why) throws Exception {
        Set<String> before = topics(ledger);
        assertThatThrownBy(ledger::init).isInstanceOfSatisfying(CommandFailure.class, failure -> {
            assertThat(failure.exitCode()).isEqualTo(ExitCode.ERROR);
            assertThat(failure.line()).contains(why);
        });
        assertThat(topics(ledger)).isEqualTo(before);
        if (before.contains(ledger.names().sealed())) {
            assertThat(Topics.committed(ledger, ledger.names().sealed())).isEmpty();
        }
    }

    private static Set<String> topics(TrialLedger ledger) throws Exception {
        return ledger.admin().listTopics().names().get().stream()
                .filter(name -> name.matches(ledger.names().ledger() + "[.-].*"))
                .collect(Collectors.toSet());
    }

    private static Map<String, String> settings(Admin admin, String topic)
            throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = requireNonNull(
                admin.describeConfigs(List.of(resource)).all().get().get(resource));
        return config.entries().stream().collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }
}
