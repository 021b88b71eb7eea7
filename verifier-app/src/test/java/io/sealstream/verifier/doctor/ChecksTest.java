package io.sealstream.verifier.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.kafka.local.BrokerSettings;
import io.sealstream.kafka.local.LocalBroker;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.reader.KafkaConnection;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Help.Ansi;

/** Clusters that are not as they should be, against a broker that advertises an address where nobody answers. */
@ExtendWith(SharedBroker.class)
class ChecksTest {
    /** Nobody may listen there without being root. */
    private static final String NOWHERE = "127.0.0.1:1";

    @TempDir
    private static Path directory;

    private static LocalBroker broker;

    /** It listens where it should, and sends its clients to nowhere. */
    @BeforeAll
    static void start() {
        broker = LocalBroker.start(
                directory, BrokerSettings.defaults().with("advertised.listeners", "PLAINTEXT://" + NOWHERE));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void anAdvertisedListenerThatCannotBeReachedIsNamed() {
        ListenerCheck check = new ListenerCheck(cluster(broker.bootstrapServers()));

        List<Diagnosis> found = check.look();

        assertThat(check.isReachable()).isFalse();
        assertThat(found).singleElement().satisfies(diagnosis -> {
            assertThat(diagnosis.status()).isEqualTo(Status.FAIL);
            assertThat(diagnosis.detail()).contains(broker.bootstrapServers() + " answers", "broker 1", NOWHERE);
            assertThat(diagnosis.fix()).contains("advertised.listeners", "LISTENER://" + broker.bootstrapServers());
        });
    }

    @Test
    void whatNeedsABrokerIsLeftOutWithoutOne() {
        Examination examination = new Examination(diagnosis -> {});

        new Doctor(cluster(NOWHERE), null, List.of(), List.of(), Clock.systemUTC()).examine(examination);

        assertThat(examination.diagnoses())
                .extracting(Diagnosis::status)
                .containsExactly(Status.FAIL, Status.SKIP, Status.SKIP, Status.SKIP);
    }

    @Test
    void anUnknownHostIsNamed() {
        List<Diagnosis> found = new ListenerCheck(cluster("nowhere.invalid:9092")).look();

        assertThat(found)
                .singleElement()
                .satisfies(
                        diagnosis -> assertThat(diagnosis.detail()).contains("nowhere.invalid:9092", "no such host"));
    }

    @Test
    void aCheckThatThrowsIsADiagnosisAndTheNextOnesGoOn() {
        Examination examination = new Examination(diagnosis -> {});

        examination.add(throwing(new ClusterAuthorizationException("not you")));
        examination.add(throwing(new TimeoutException("late")));
        examination.add(throwing(new IllegalStateException("a bug")));
        examination.skip("last", "it comes too");

        assertThat(examination.diagnoses())
                .extracting(Diagnosis::status)
                .containsExactly(Status.SKIP, Status.FAIL, Status.FAIL, Status.SKIP);
        assertThat(examination.diagnoses())
                .first()
                .satisfies(diagnosis -> assertThat(diagnosis.detail()).contains("no permission", "not you"));
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 2, OK", "3, 2, 2, WARN", "3, 1, 2, FAIL", "1, 1, 1, WARN", "1, 1, 2, WARN", "2, 1, 3, FAIL"})
    void copiesAreCounted(int replicas, int inSync, int minimum, Status status) {
        Diagnosis diagnosis = replication().judged(partition(replicas, inSync), Optional.of(minimum));

        assertThat(diagnosis.status()).isEqualTo(status);
    }

    @Test
    void aMinimumThatNoBrokerCanMeetIsNoBrokerThatIsDown() {
        Diagnosis diagnosis = replication().judged(partition(1, 1), Optional.of(2));

        assertThat(diagnosis.detail()).contains("1 replica", "needs 2", "more than there are");
        assertThat(diagnosis.fix())
                .contains("more replicas", "min.insync.replicas=1")
                .doesNotContain("are down");
    }

    @Test
    void aMinimumThatMayNotBeSeenIsUnknown() {
        Diagnosis diagnosis = replication().judged(partition(3, 3), Optional.empty());

        assertThat(diagnosis.status()).isEqualTo(Status.OK);
        assertThat(diagnosis.detail()).contains("unknown", "DescribeConfigs");
    }

    @Test
    void aTopicThatIsMissingIsNotAskedFor() throws Exception {
        Check check =
                new NeedsTopic("payments.sealed", Set.of("payments.sealed"), throwing(new IllegalStateException()));

        assertThat(check.look()).singleElement().satisfies(diagnosis -> {
            assertThat(diagnosis.status()).isEqualTo(Status.SKIP);
            assertThat(diagnosis.detail()).contains("payments.sealed", "see topics");
        });
    }

    @Test
    void whatAKeyFileSaysInAFixReachesNoTerminal() {
        String text = DoctorReport.text(Diagnosis.fail("keys", "detail", "Key-Id: a\u009b2Jb"), Ansi.OFF);

        assertThat(text).contains("fix: Key-Id: a?2Jb").doesNotContain("\u009b");
    }

    @ParameterizedTest
    @CsvSource({"2, OK", "1, WARN", "0, WARN"})
    void olderTransactionsAreWarnedOf(int level, Status status) {
        Diagnosis diagnosis = new ClusterCheck(cluster(NOWHERE)).transactions(level, "");

        assertThat(diagnosis.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"10, ahead of", "-10, behind"})
    void aBrokersClockIsSeen(int seconds, String direction, TestBroker sound) {
        Clock wrong = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds));

        List<Diagnosis> found = new ClockCheck(cluster(sound.bootstrapServers()), null, wrong).look();

        assertThat(found).singleElement().satisfies(diagnosis -> {
            assertThat(diagnosis.status()).isEqualTo(Status.FAIL);
            assertThat(diagnosis.detail()).contains(direction + " the active controller's");
        });
    }

    @ParameterizedTest
    @CsvSource({"0, OK", "2000, WARN", "-2000, WARN", "6000, FAIL", "-6000, FAIL"})
    void aClockIsJudgedByHowFarItIsOff(long aheadMs, Status status) {
        ClockCheck check = new ClockCheck(cluster(NOWHERE), null, Clock.systemUTC());

        Diagnosis diagnosis = check.judged(Duration.ofMillis(aheadMs), Duration.ofMillis(3));

        assertThat(diagnosis.status()).isEqualTo(status);
        assertThat(diagnosis.detail()).contains("exact to 3 ms");
    }

    private static ReplicationCheck replication() {
        return new ReplicationCheck(cluster(NOWHERE), "payments.sealed");
    }

    private static TopicPartitionInfo partition(int replicas, int inSync) {
        List<Node> nodes = IntStream.range(0, replicas)
                .mapToObj(id -> new Node(id, "broker-" + id, 9092))
                .toList();
        return new TopicPartitionInfo(0, nodes.getFirst(), nodes, nodes.subList(0, inSync));
    }

    private static Check throwing(RuntimeException e) {
        return new Check() {
            @Override
            public String name() {
                return "throws";
            }

            @Override
            public List<Diagnosis> look() {
                throw e;
            }
        };
    }

    private static Cluster cluster(String address) {
        return new Cluster(new KafkaConnection(Map.of("bootstrap.servers", address)), Duration.ofSeconds(10), "");
    }
}
