package io.sealstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.kafka.local.LocalBroker;
import io.sealstream.reader.KafkaConnection;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What measurements ask of brokers, and how little they leave there. */
class BrokersIT {
    @TempDir
    static Path directory;

    private static LocalBroker broker;

    private final StringWriter said = new StringWriter();
    private Bench bench;
    private String topic;

    @BeforeAll
    static void start() {
        broker = LocalBroker.start(directory.resolve("broker"));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @BeforeEach
    void createTopic() throws TopicException {
        bench = new Bench(Cluster.of(broker), directory, Scale.QUICK, Set.of(), new PrintWriter(said));
        topic = bench.topics().create(bench.newName("any"));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aLatencyEndsWhenTheRecordIsCommittedAndNotWhenItIsWritten() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = transactional();
                Arrivals arrivals = Arrivals.in(bench, topic)) {
            producer.initTransactions();

            Histogram latencies = arrivals.latencies(3, Duration.ofSeconds(1), threeInOneTransaction(producer));

            // The last one is due two thirds of a second behind the first.
            assertThat(latencies.getTotalCount()).isEqualTo(3);
            assertThat(latencies.getMaxValue())
                    .isGreaterThan(Duration.ofMillis(660).toNanos() / 1_000);
        }
    }

    private LongConsumer threeInOneTransaction(KafkaProducer<byte[], byte[]> producer) {
        Events events = Events.plain();
        return number -> {
            if (number == 0) {
                producer.beginTransaction();
            }
            var unused = producer.send(events.next(topic));
            if (number == 2) {
                producer.commitTransaction();
            }
        };
    }

    @Test
    void theFloorOfVerificationReadsWhatIsCommittedToTheEnd() throws Exception {
        Load.repeat(bench, topic, 1_500);
        try (KafkaProducer<byte[], byte[]> producer = transactional()) {
            producer.initTransactions();
            producer.beginTransaction();
            var unused = producer.send(Events.plain().next(topic));
            producer.abortTransaction();
        }

        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConnection(bench.client(Map.of())).consumer(Duration.ofSeconds(30))) {
            assertThat(ConsumeMain.read(consumer, topic)).isEqualTo(1_500);
        }
        assertThat(Consume.rate(bench, topic)).isPositive();
    }

    private KafkaProducer<byte[], byte[]> transactional() {
        return Load.producer(bench, Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, bench.newName("writer")));
    }

    @Test
    void theReaderOfATopicIsKnownByItsName() throws Exception {
        String group = bench.newName("group");
        try (KafkaConsumer<byte[], byte[]> consumer = member(group, "first")) {
            join(consumer);

            assertThat(bench.topics().reader(group, topic)).contains("first");
            assertThat(bench.topics().reader(group, "another")).isEmpty();
        }
    }

    @Test
    void aGroupThatStillCountsAMemberIsDeletedWithTheTopics() throws Exception {
        try (KafkaConsumer<byte[], byte[]> consumer = member(bench.newName("group"), "killed")) {
            join(consumer);

            bench.deleteAll();
        }

        assertThat(said.toString()).isEmpty();
        Names.awaitNone(Cluster.of(broker), bench.prefix());
    }

    private KafkaConsumer<byte[], byte[]> member(String group, String name) {
        return new KafkaConsumer<>(
                bench.client(
                        Map.of(ConsumerConfig.GROUP_ID_CONFIG, group, ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, name)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private void join(KafkaConsumer<byte[], byte[]> consumer) {
        consumer.subscribe(List.of(topic));
        while (consumer.assignment().isEmpty()) {
            var unused = consumer.poll(Duration.ofMillis(100));
        }
    }

    @Test
    void whatCanNotBeDeletedIsSaidAndIsNoFailure() throws Exception {
        Leftovers.delete(nobody(), "bench-", said::write);

        assertThat(said.toString()).contains("bench-", "left on the brokers");
    }

    private static Cluster nobody() {
        return new Cluster(Map.of("bootstrap.servers", "no address"), List.of(), false);
    }
}
