package io.sealstream.topology;

import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;

/**
 * Builds the topology: {@code L.intake} to one processor with the head store, and from there to {@code L.sealed} and
 * {@code L.rejected}. The sinks have no partitioner: with one, Streams would ask for metadata at each record.
 */
public final class SealingTopology {
    private static final String INTAKE = "intake";
    private static final String SEALER = "sealer";

    private final LedgerCodecs codecs = LedgerCodecs.avro();
    private final SealingSetup setup;
    private final HeadStart start;
    private final PolledBatch batch;

    public SealingTopology(SealingSetup setup) {
        this.setup = setup;
        this.start = new HeadStart(setup);
        this.batch = new PolledBatch(ReadAhead.of(setup, codecs, allCores()));
    }

    /** As many threads as cores: the stream thread waits while they compute, and the common pool has one less. */
    private static Executor allCores() {
        int cores = Runtime.getRuntime().availableProcessors();
        ThreadPoolExecutor threads =
                new ThreadPoolExecutor(cores, cores, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "read-ahead");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    public Topology build() {
        ByteArraySerializer bytes = new ByteArraySerializer();
        return new Topology()
                .addSource(
                        AutoOffsetReset.none(),
                        INTAKE,
                        (record, partitionTime) -> appendedAtMs(record),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer(),
                        setup.names().intake())
                .addProcessor(SEALER, () -> new SealingProcessor(setup, start, codecs, batch), INTAKE)
                .addStateStore(HeadStore.builder(), SEALER)
                .addSink(OutcomeEncoder.SEALED, setup.names().sealed(), bytes, bytes, SEALER)
                .addSink(OutcomeEncoder.REJECTED, setup.names().rejected(), bytes, bytes, SEALER);
    }

    /** Never negative: Streams drops such a record, and it would never have an outcome. */
    static long appendedAtMs(ConsumerRecord<?, ?> record) {
        return Math.max(0, record.timestamp());
    }

    /** The settings that sealing depends on; they win over whatever else is configured. */
    public Map<String, Object> requiredConfig() {
        return Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                setup.names().sealerGroup(),
                StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                StreamsConfig.EXACTLY_ONCE_V2,
                StreamsConfig.NUM_STREAM_THREADS_CONFIG,
                1,
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG),
                PolledBatchInterceptor.class.getName(),
                StreamsConfig.mainConsumerPrefix(PolledBatchInterceptor.BATCH),
                batch,
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG),
                "none");
    }
}
