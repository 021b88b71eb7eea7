package io.sealstream.reader;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.schema.SealedEventCodec;
import io.sealstream.schema.SequenceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Makes topics and writes into them whatever a test wants to find there.
 *
 * @param client properties of its clients
 */
public record TestTopics(Map<String, Object> client) {
    private static final SealedEventCodec CODEC = new SealedEventCodec();

    /** At a broker that asks nobody who they are. */
    public TestTopics(String bootstrapServers) {
        this(Map.of("bootstrap.servers", bootstrapServers));
    }

    public KafkaConnection connection() {
        return new KafkaConnection(client());
    }

    public Admin admin() {
        return Admin.create(client());
    }

    public void create(String topic, Map<String, String> settings) {
        create(topic, 1, settings);
    }

    void create(String topic, int partitions, Map<String, String> settings) {
        try (Admin admin = admin()) {
            make(admin, new NewTopic(topic, partitions, (short) 1).configs(settings));
        }
    }

    /** Makes a topic, and waits until the broker has heard of it: the controller says first that it is made. */
    public static void make(Admin admin, NewTopic topic) {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        Awaitility.await().until(() -> isKnown(admin, topic.name()));
    }

    private static boolean isKnown(Admin admin, String topic) throws InterruptedException {
        try {
            return admin.describeTopics(List.of(topic)).allTopicNames().get().containsKey(topic);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw new IllegalStateException(e);
        }
    }

    public void createSealed(LedgerTopicNames names) {
        create(names.sealed(), Map.of("cleanup.policy", "compact"));
    }

    public KafkaProducer<byte[], byte[]> producer() {
        return producer(Map.of());
    }

    public KafkaProducer<byte[], byte[]> transactional(String transactionalId) {
        var producer = producer(Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId));
        producer.initTransactions();
        return producer;
    }

    /** A consumer that is a member of {@code group}, and begins anew each time. */
    public KafkaConsumer<byte[], byte[]> member(String group) {
        Map<String, Object> config = new HashMap<>(client());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(client());
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.putAll(more);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Writes {@code events} as the sealer does, but for the transaction. */
    public void write(LedgerTopicNames names, List<SealedEvent> events) {
        try (var producer = producer()) {
            events.forEach(event -> send(producer, record(names, event)));
        }
    }

    public static ProducerRecord<byte[], byte[]> record(LedgerTopicNames names, SealedEvent event) {
        return new ProducerRecord<>(
                names.sealed(), 0, event.sealedAtMs(), SequenceKey.encode(event.sequence()), CODEC.encode(event));
    }

    /** Writes a record that can be anything, and waits for it. */
    public void write(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        try (var producer = producer()) {
            send(producer, new ProducerRecord<>(topic, 0, key, value));
        }
    }

    /** Sends and waits until it is acknowledged. */
    public static void send(KafkaProducer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
        try {
            producer.send(record).get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
