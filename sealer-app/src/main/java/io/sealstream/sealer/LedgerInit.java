package io.sealstream.sealer;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ConnectionSettings;
import io.sealstream.command.ExitCode;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.ChainHash;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.GenesisRecord;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicInspector;
import io.sealstream.schema.SealedEventCodec;
import io.sealstream.schema.SequenceKey;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Makes a ledger's topics and its genesis, once. Two at the same time fence each other by their transactional id: the look
 * at what is there comes behind the fencing, so only one of them finds no record and can still commit.
 */
final class LedgerInit {
    private final LedgerTopicNames names;
    private final ConnectionSettings settings;
    private final GenesisSettings choice;
    private final short replicationFactor;
    private final KafkaConnection connection;

    LedgerInit(LedgerTopicNames names, ConnectionSettings settings, GenesisSettings choice, short replicationFactor) {
        this.names = names;
        this.settings = settings;
        this.choice = choice;
        this.replicationFactor = replicationFactor;
        this.connection = new KafkaConnection(settings.clientProperties());
    }

    /** The genesis, committed. */
    SealedEvent run() throws LedgerUnreadableException {
        genesis(new LedgerTopics("", "", ""), 0); // a bad choice shows before anything is asked
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(producerConfig(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            new FoundTopics(connection, names, settings.timeout()).requireRoomForAGenesis();
            new TopicCreation(connection, settings.timeout(), replicationFactor).create(names);
            return write(producer);
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new CommandFailure(
                    ExitCode.ERROR,
                    "another init of " + names.ledger() + " runs at the same time, and this one gave way; look at what"
                            + " that one made",
                    e);
        } catch (TransactionalIdAuthorizationException e) {
            throw Forbidden.of("WRITE", "transactional id " + transactionalId(), settings.bootstrapServers(), e);
        }
    }

    private String transactionalId() {
        return names.ledger() + "-genesis";
    }

    private SealedEvent write(Producer<byte[], byte[]> producer) throws LedgerUnreadableException {
        LedgerTopics topics;
        long intakeStart;
        try (TopicInspector inspector = new TopicInspector(connection, settings.timeout())) {
            topics = new LedgerTopics(
                    inspector.clusterId(), inspector.topicId(names.intake()), inspector.topicId(names.sealed()));
            intakeStart = inspector.range(names.intake()).start();
        }
        Genesis genesis = genesis(topics, System.currentTimeMillis());
        ChainHash hash = ChainHash.of(genesis.hash());
        SealedEvent sealed = GenesisRecord.of(genesis, hash);
        producer.beginTransaction();
        try {
            var unused = producer.send(new ProducerRecord<>(
                    names.sealed(),
                    0,
                    sealed.sealedAtMs(),
                    SequenceKey.encode(sealed.sequence()),
                    new SealedEventCodec().encode(sealed)));
            producer.sendOffsetsToTransaction(
                    Map.of(new TopicPartition(names.intake(), 0), new OffsetAndMetadata(intakeStart)), sealerGroup());
            commit(producer);
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw e;
        } catch (KafkaException e) {
            producer.abortTransaction();
            throw e;
        }
        return sealed;
    }

    /** The group of the sealers to come, as one who is no member of it names it. */
    private ConsumerGroupMetadata sealerGroup() {
        Map<String, Object> config = new HashMap<>(settings.clientProperties());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, names.sealerGroup());
        try (Consumer<byte[], byte[]> nobody =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return nobody.groupMetadata();
        }
    }

    private void commit(Producer<byte[], byte[]> producer) {
        try {
            producer.commitTransaction();
        } catch (TimeoutException e) {
            throw new CommandFailure(
                    ExitCode.ERROR,
                    settings.bootstrapServers()
                            + ": no answer in time to the commit of the genesis, which may have been"
                            + " written or not; run init again with --if-not-exists",
                    e);
        }
    }

    private Genesis genesis(LedgerTopics topics, long createdAtMs) {
        try {
            return choice.genesis(names.ledger(), topics, createdAtMs);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()));
        }
    }

    private Map<String, Object> producerConfig() {
        Map<String, Object> config = new HashMap<>(settings.clientProperties());
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId());
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, settings.timeout().toMillis());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return config;
    }
}
