package io.sealstream.benchmarks;

import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/** Copies one topic to another, exactly once, until it is killed: what the least of all sealers would do. */
final class CopyMain {
    /** As many as the sealer takes at a time. */
    private static final int BATCH_RECORDS = 5_000;

    private CopyMain() {}

    /** @param args a file of client properties, application id, from, to, state directory */
    public static void main(String[] args) throws IOException {
        ByteArrayDeserializer read = new ByteArrayDeserializer();
        ByteArraySerializer write = new ByteArraySerializer();
        Topology topology = new Topology()
                .addSource(AutoOffsetReset.earliest(), "from", read, read, args[2])
                .addSink("to", args[3], write, write, "from");
        Properties config = Utils.loadProps(args[0]);
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, args[1]);
        config.put(StreamsConfig.STATE_DIR_CONFIG, args[4]);
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.putAll(settings());
        new KafkaStreams(topology, config).start();
    }

    /** The sealer's own, those that say how much is moved at once. Commits are Streams' default under exactly-once: every 100 ms. */
    static Map<String, Object> settings() {
        return Map.of(
                StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG,
                BATCH_RECORDS,
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG),
                BATCH_RECORDS,
                StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG),
                "lz4",
                StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG),
                5,
                StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG),
                256 * 1024);
    }
}
