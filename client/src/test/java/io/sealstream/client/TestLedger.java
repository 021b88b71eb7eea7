package io.sealstream.client;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sha256;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.seal.GenesisRecord;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.TestTopics;
import io.sealstream.reader.TopicInspector;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A ledger of its own on a broker that others use too: topics and a genesis with one root key. */
public record TestLedger(
        LedgerTopicNames names, TestTopics topics, SealedEvent genesisRecord, Genesis genesis, Ed25519SigningKey root) {
    /** What the intake takes, in bytes. */
    public static final int MAX_RECORD_BYTES = 1 << 20;

    public static TestLedger create(TestBroker broker) throws IOException {
        return create(broker, Certification.REQUIRED);
    }

    public static TestLedger create(TestBroker broker, Certification certification) throws IOException {
        return create(new TestTopics(broker.bootstrapServers()), certification);
    }

    public static TestLedger create(TestTopics topics, Certification certification) throws IOException {
        LedgerTopicNames names =
                new LedgerTopicNames("ledger-" + UUID.randomUUID().toString().substring(0, 8));
        topics.create(
                names.intake(),
                Map.of("message.timestamp.type", "LogAppendTime", "max.message.bytes", "" + MAX_RECORD_BYTES));
        topics.create(names.rejected(), Map.of("max.message.bytes", "" + 2 * MAX_RECORD_BYTES));
        topics.create(
                names.sealed(), Map.of("cleanup.policy", "compact", "max.message.bytes", "" + 2 * MAX_RECORD_BYTES));
        Ed25519SigningKey root = key("root");
        Genesis genesis = new Genesis(
                names.ledger(),
                names.ledger(),
                HashAlgorithm.SHA_256,
                certification,
                1_700_000_000_000L,
                new LedgerTopics("cluster", topicId(topics, names.intake()), topicId(topics, names.sealed())),
                List.of(new NamedPublicKey(root.keyId(), root.publicKey())),
                null);
        SealedEvent record = GenesisRecord.of(genesis, Sha256::of);
        topics.write(names, List.of(record));
        return new TestLedger(names, topics, record, genesis, root);
    }

    /** A key that is the same for the same name. */
    public static Ed25519SigningKey key(String name) {
        byte[] seed = Sha256.of(Bytes.utf8(name).unsafeArray()).toByteArray();
        return Ed25519SigningKey.ofSeed(Bytes.wrap(seed)).withKeyId(new KeyId(name));
    }

    public static Event event(String id) {
        return event(id, "{\"n\":1}");
    }

    public static Event event(String id, String payload) {
        return new Event(
                new EventId(id),
                new EventType("test.happened"),
                1_700_000_000_000L,
                0,
                Payload.inline(Bytes.utf8(payload)),
                Metadata.EMPTY);
    }

    public KafkaConnection connection() {
        return topics.connection();
    }

    public LedgerClient client() throws IOException {
        return client(ClientSettings.DEFAULT);
    }

    public LedgerClient client(ClientSettings settings) throws IOException {
        return LedgerClient.open(connection(), names, settings);
    }

    private static String topicId(TestTopics topics, String topic) throws IOException {
        try (TopicInspector inspector = new TopicInspector(topics.connection(), Duration.ofSeconds(30))) {
            return inspector.topicId(topic);
        }
    }
}
