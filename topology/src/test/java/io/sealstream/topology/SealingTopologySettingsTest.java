package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.reader.LedgerTopicNames;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the topology is wired, and what it asks of Streams. */
class SealingTopologySettingsTest {
    private final SealingTopology topology = new SealingTopology(new TestLedger().setup());

    @Test
    void leadsFromTheIntakeThroughOneProcessorToBothOutputs() {
        assertThat(topology.build().describe()).hasToString("""
                Topologies:
                   Sub-topology: 0
                    Source: intake (topics: [ledger.intake])
                      --> sealer
                    Processor: sealer (stores: [head])
                      --> rejected, sealed
                      <-- intake
                    Sink: rejected (topic: ledger.rejected)
                      <-- sealer
                    Sink: sealed (topic: ledger.sealed)
                      <-- sealer

                """);
    }

    @Test
    void asksForExactlyOnceOneThreadAndItsOwnInterceptor() {
        Map<String, Object> required = topology.requiredConfig();

        assertThat(required)
                .containsEntry("application.id", "ledger-sealer")
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("num.stream.threads", 1)
                .containsEntry("main.consumer.auto.offset.reset", "none")
                .containsEntry("main.consumer.interceptor.classes", PolledBatchInterceptor.class.getName());
        assertThat(required.get("main.consumer." + PolledBatchInterceptor.BATCH))
                .isInstanceOf(PolledBatch.class);
    }

    @Test
    void keepsTheHeadWhereItIsLookedFor() {
        assertThat(topology.requiredConfig().get("application.id") + "-" + HeadStore.NAME + "-changelog")
                .isEqualTo(new LedgerTopicNames("ledger").headChangelog());
    }

    /** Streams refuses, or warns of and drops, what it does not let others set. */
    @Test
    void asksForNothingThatStreamsWouldNotTake() {
        Map<String, Object> config = new HashMap<>(topology.requiredConfig());
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:9092");

        Map<String, Object> consumer = new StreamsConfig(config).getMainConsumerConfigs("ledger-sealer", "client", 0);

        assertThat(consumer)
                .containsEntry("auto.offset.reset", "none")
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("interceptor.classes", PolledBatchInterceptor.class.getName());
        assertThat(consumer.get(PolledBatchInterceptor.BATCH)).isInstanceOf(PolledBatch.class);
    }

    /** One changelog record a commit, in the transaction of the outcomes; small segments make a restore short. */
    @Test
    void logsAndCachesTheHeadStore() {
        StoreBuilder<KeyValueStore<byte[], byte[]>> builder = HeadStore.builder();

        assertThat(builder.loggingEnabled()).isTrue();
        assertThat(builder.logConfig())
                .containsEntry("segment.bytes", "1048576")
                .containsEntry("segment.ms", "600000")
                .containsEntry("min.cleanable.dirty.ratio", "0.1");
        assertThat(builder.build()).isInstanceOfSatisfying(WrappedStateStore.class, store -> {
            assertThat(store.persistent()).isTrue();
            assertThat(store.wrapped()).isInstanceOf(CachedStateStore.class);
        });
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "-9223372036854775808, 0", "0, 0", "9223372036854775807, 9223372036854775807"})
    void givesEveryRecordATimeThatStreamsTakes(long timestampMs, long appendedAtMs) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                "ledger.intake",
                0,
                0,
                timestampMs,
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                new byte[0],
                new byte[0],
                new RecordHeaders(),
                Optional.empty());

        assertThat(SealingTopology.appendedAtMs(record)).isEqualTo(appendedAtMs);
    }
}
