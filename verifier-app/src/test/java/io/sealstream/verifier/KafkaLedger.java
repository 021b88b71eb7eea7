package io.sealstream.verifier;

import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.reader.Grant;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.TestTopics;
import io.sealstream.schema.CertifiedEventCodec;
import io.sealstream.schema.RejectedEventCodec;
import io.sealstream.schema.SealedEventCodec;
import io.sealstream.schema.SequenceKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A ledger in real topics, as a sealer would have left it: the test writes them itself, so that it can write them wrong. The
 * intake holds the event of every sealed record; the sealed topic is empty until a test fills it.
 */
record KafkaLedger(String bootstrapServers, LedgerTopicNames names, TestLedger values) {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String NO_LIMIT = "-1";
    /**
     * Compacted when a test says so. The records of tests are old and a transaction's marker is not, so that a segment would
     * end with the first marker, and the cleaner could take the evidence away before anyone has looked.
     */
    static final Map<String, String> COMPACTED =
            Map.of("cleanup.policy", "compact", "min.compaction.lag.ms", Long.toString(Long.MAX_VALUE));
    /** Against the rule; without a limit, since the records of tests are old. */
    static final Map<String, String> DELETABLE = Map.of("cleanup.policy", "compact,delete", "retention.ms", NO_LIMIT);

    private static final Map<String, String> KEPT =
            Map.of("cleanup.policy", "delete", "retention.ms", NO_LIMIT, "retention.bytes", NO_LIMIT);
    static final Map<String, String> INTAKE = Map.of(
            "cleanup.policy",
            "delete",
            "retention.ms",
            NO_LIMIT,
            "retention.bytes",
            NO_LIMIT,
            "message.timestamp.type",
            "LogAppendTime");

    private static final SealedEventCodec SEALED = new SealedEventCodec();
    private static final CertifiedEventCodec CERTIFIED = new CertifiedEventCodec();
    private static final RejectedEventCodec REJECTED = new RejectedEventCodec();

    /** With a name that no other has, and an empty sealed topic. */
    static KafkaLedger create(String bootstrapServers, int events) {
        return create(bootstrapServers, events, COMPACTED);
    }

    static KafkaLedger create(String bootstrapServers, int events, Map<String, String> sealedSettings) {
        LedgerTopicNames names = new LedgerTopicNames("ledger-" + COUNT.incrementAndGet());
        createTopic(bootstrapServers, names.intake(), INTAKE);
        createTopic(bootstrapServers, names.rejected(), KEPT);
        createTopic(bootstrapServers, names.sealed(), sealedSettings);
        KafkaLedger ledger = new KafkaLedger(
                bootstrapServers, names, TestLedger.of(names.ledger(), topics(bootstrapServers, names), events));
        ledger.writeIntake(ledger.values.records().stream().skip(1).toList());
        return ledger;
    }

    /** {@link #create}, and every record is sealed. */
    static KafkaLedger whole(String bootstrapServers, int events) {
        KafkaLedger ledger = create(bootstrapServers, events);
        ledger.writeSealed(ledger.values.records());
        return ledger;
    }

    /** As a value of the sealed topic's, with all that belongs to it. */
    ProducerRecord<byte[], byte[]> record(SealedEvent event) {
        return new ProducerRecord<>(
                names.sealed(), 0, event.sealedAtMs(), SequenceKey.encode(event.sequence()), SEALED.encode(event));
    }

    void writeSealed(List<SealedEvent> events) {
        write(events.stream().map(this::record).toList());
    }

    /** In one transaction, so that a marker takes an offset too. */
    void write(List<ProducerRecord<byte[], byte[]>> records) {
        transaction(records, KafkaProducer::commitTransaction);
    }

    /** As a sealer leaves them that died: nobody may ever see them. */
    void writeAborted(List<ProducerRecord<byte[], byte[]>> records) {
        transaction(records, KafkaProducer::abortTransaction);
    }

    private void transaction(
            List<ProducerRecord<byte[], byte[]>> records, Consumer<KafkaProducer<byte[], byte[]>> end) {
        try (var producer = beginTransaction()) {
            send(producer, records);
            end.accept(producer);
        }
    }

    /** A producer in a transaction that stays open. */
    KafkaProducer<byte[], byte[]> beginTransaction() {
        var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers, "transactional.id", names.ledger()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        return producer;
    }

    static void send(KafkaProducer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) {
        records.forEach(record -> {
            var unused = producer.send(record);
        });
        producer.flush();
    }

    /** Without a transaction, so that they have offsets without gaps. */
    void writeIntake(List<SealedEvent> events) {
        append(events.stream()
                .map(event -> new ProducerRecord<>(
                        names.intake(),
                        event.event().eventId().value().getBytes(StandardCharsets.UTF_8),
                        CERTIFIED.encode(event.certified())))
                .toList());
    }

    /** The outcomes of the intake records at {@code offsets}. */
    void writeRejected(long... offsets) {
        append(LongStream.of(offsets)
                .mapToObj(offset ->
                        new ProducerRecord<>(names.rejected(), new byte[0], REJECTED.encode(rejected(offset))))
                .toList());
    }

    private RejectedEvent rejected(long offset) {
        return new RejectedEvent(
                RejectReason.EXPIRED,
                "too late",
                values.topics().intakeTopicId(),
                IntakePosition.at(offset),
                TestLedger.CREATED_AT_MS,
                new EventId("late"),
                null,
                null,
                null,
                0,
                List.of(),
                List.of());
    }

    /** An outcome of the intake record with this key, in a form that nobody here can decode. */
    void writeUndecodableRejection(String key) {
        append(List.of(
                new ProducerRecord<>(names.rejected(), key.getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3})));
    }

    private void append(List<ProducerRecord<byte[], byte[]>> records) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            send(producer, records);
        }
    }

    /** Deletes a topic and makes one of the same name. */
    void replaceTopic(String topic, Map<String, String> settings) {
        deleteTopic(topic);
        createTopic(bootstrapServers, topic, settings);
    }

    /** It is gone when the broker tells so. */
    void deleteTopic(String topic) {
        ask(bootstrapServers, admin -> admin.deleteTopics(List.of(topic)).all());
        while (ask(bootstrapServers, admin -> admin.listTopics().names()).contains(topic)) {
            Thread.onSpinWait();
        }
    }

    /** As an admin can where the cleanup policy has delete in it. */
    void deleteSealedBefore(long offset) {
        TopicPartition partition = new TopicPartition(names.sealed(), 0);
        ask(
                bootstrapServers,
                admin -> admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset)))
                        .all());
    }

    /** Only someone else may so much as see the topic. */
    void forbid(String topic) {
        grant("User:someone-else", List.of(new Grant(AclOperation.ALL, ResourceType.TOPIC, topic)));
    }

    /** Only someone else may see its topics, and whoever asks may do this and nothing else with them. */
    void permitOnly(List<Grant> grants) {
        forbid(names.sealed());
        forbid(names.intake());
        forbid(names.rejected());
        grant("User:ANONYMOUS", grants);
    }

    /** The last of them is in force when the broker tells of it. */
    private void grant(String principal, List<Grant> grants) {
        List<AclBinding> bindings =
                grants.stream().map(grant -> grant.to(principal)).toList();
        ask(bootstrapServers, admin -> admin.createAcls(bindings).all());
        while (!ask(
                        bootstrapServers,
                        admin -> admin.describeAcls(AclBindingFilter.ANY).values())
                .containsAll(bindings)) {
            Thread.onSpinWait();
        }
    }

    /** Where {@code verify} and the others find it. */
    List<String> where() {
        return List.of("--ledger", names.ledger(), "--bootstrap-server", bootstrapServers);
    }

    static void createTopic(String bootstrapServers, String topic, Map<String, String> settings) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            TestTopics.make(admin, new NewTopic(topic, Optional.of(1), Optional.empty()).configs(settings));
        }
    }

    private static LedgerTopics topics(String bootstrapServers, LedgerTopicNames names) {
        return new LedgerTopics(
                ask(bootstrapServers, admin -> admin.describeCluster().clusterId()),
                topicId(bootstrapServers, names.intake()),
                topicId(bootstrapServers, names.sealed()));
    }

    private static String topicId(String bootstrapServers, String topic) {
        return ask(
                        bootstrapServers,
                        admin -> Objects.requireNonNull(admin.describeTopics(List.of(topic))
                                .topicNameValues()
                                .get(topic)))
                .topicId()
                .toString();
    }

    static <T extends @Nullable Object> T ask(String bootstrapServers, Function<Admin, KafkaFuture<T>> question) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return question.apply(admin).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
