package io.sealstream.topology;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.schema.Codec;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.RejectedEventCodec;
import io.sealstream.schema.SealedEventCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** The topology in Kafka's test driver, which commits behind each record. Its intake begins at offset 0 each time. */
final class SealingDriver implements AutoCloseable {
    private final TestLedger ledger;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> intake;
    private final TestOutputTopic<byte[], byte[]> sealed;
    private final TestOutputTopic<byte[], byte[]> rejected;

    SealingDriver(TestLedger ledger, Path stateDirectory) {
        this.ledger = ledger;
        SealingTopology topology = new SealingTopology(ledger.setup());
        Properties properties = new Properties();
        properties.putAll(topology.requiredConfig());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        driver = new TopologyTestDriver(topology.build(), properties);
        var bytes = new ByteArrayDeserializer();
        intake = driver.createInputTopic("ledger.intake", new ByteArraySerializer(), new ByteArraySerializer());
        sealed = driver.createOutputTopic("ledger.sealed", bytes, bytes);
        rejected = driver.createOutputTopic("ledger.rejected", bytes, bytes);
    }

    void submit(CertifiedEvent event) {
        submit(ledger.record(event));
    }

    void submit(Record<byte[], byte[]> record) {
        intake.pipeInput(new TestRecord<>(record.key(), record.value(), record.headers(), record.timestamp()));
    }

    /** What stands in the sealed topic since this was asked last. */
    List<TestRecord<byte[], byte[]>> sealedRecords() {
        return sealed.readRecordsToList();
    }

    List<SealedEvent> sealed() {
        return values(sealed, new SealedEventCodec());
    }

    List<TestRecord<byte[], byte[]>> rejectedRecords() {
        return rejected.readRecordsToList();
    }

    List<RejectedEvent> rejected() {
        return values(rejected, new RejectedEventCodec());
    }

    void passTime(Duration duration) {
        driver.advanceWallClockTime(duration);
    }

    /** All that the head store holds. */
    List<KeyValue<String, LedgerHead>> headStore() {
        KeyValueStore<byte[], byte[]> store = driver.getKeyValueStore(HeadStore.NAME);
        try (KeyValueIterator<byte[], byte[]> all = store.all()) {
            List<KeyValue<String, LedgerHead>> heads = new ArrayList<>();
            all.forEachRemaining(entry -> heads.add(KeyValue.pair(
                    new String(entry.key, StandardCharsets.UTF_8), LedgerHead.decode(Bytes.wrap(entry.value)))));
            return heads;
        }
    }

    private static <T> List<T> values(TestOutputTopic<byte[], byte[]> topic, Codec<T> codec) {
        return topic.readValuesToList().stream()
                .map(value -> switch (codec.decode(value)) {
                    case Decoding.Decoded<T> decoded -> decoded.value();
                    case Decoding.Malformed<T> malformed -> throw new AssertionError(malformed.reason());
                })
                .toList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
