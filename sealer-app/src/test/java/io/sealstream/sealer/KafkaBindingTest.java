package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients come and go with outages; their metrics go with them. No broker is needed: nothing is asked for. */
class KafkaBindingTest {
    private static final String NOWHERE = "127.0.0.1:1";

    @TempDir
    Path directory;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void showsEachStreamsClientWhileItLives() {
        showsOneClientAndThenNothing();
        showsOneClientAndThenNothing();
    }

    private void showsOneClientAndThenNothing() {
        Properties config = new Properties();
        config.putAll(
                Map.of("application.id", "trial", "bootstrap.servers", NOWHERE, "state.dir", directory.toString()));
        Topology topology = new Topology().addSource("source", "topic");
        try (KafkaStreams streams = new KafkaStreams(topology, config);
                KafkaBinding binding = KafkaBinding.of(streams, registry)) {
            assertThat(registry.find("kafka.stream.thread.commit.latency.avg").gauges())
                    .hasSize(1);
        }

        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void showsAConsumerUntilItIsClosed() {
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", NOWHERE), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            try (KafkaBinding binding = KafkaBinding.of(consumer, registry)) {
                assertThat(registry.find("kafka.consumer.fetch.manager.records.lag.max")
                                .gauges())
                        .hasSize(1);
            }

            assertThat(registry.getMeters()).isEmpty();
        }
    }

    @Test
    void leavesNoThreadBehind() {
        try (var consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", NOWHERE),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
                KafkaBinding binding = KafkaBinding.of(consumer, registry)) {
            assertThat(refreshers()).isEqualTo(1);
        }

        noThreadIsLeft();
    }

    @Test
    void goesOnWithoutMetricsThatCannotBeBound() {
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public MeterFilterReply accept(Meter.Id id) {
                throw new IllegalStateException("no room");
            }
        });

        bindsAndClosesAConsumer(registry);

        noThreadIsLeft();
    }

    @Test
    void goesOnThoughMetricsCannotBeRemoved() {
        bindsAndClosesAConsumer(new SimpleMeterRegistry() {
            @Override
            public @Nullable Meter remove(Meter.Id id) {
                if (id.getName().startsWith("kafka.")) {
                    throw new IllegalStateException("not now");
                }
                return super.remove(id);
            }
        });

        noThreadIsLeft();
    }

    private static void bindsAndClosesAConsumer(MeterRegistry registry) {
        try (var consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", NOWHERE),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
                KafkaBinding binding = KafkaBinding.of(consumer, registry)) {
            assertThat(binding).isNotNull();
        }
    }

    /** A thread ends a moment after its executor says so. */
    private static void noThreadIsLeft() {
        await().untilAsserted(() -> assertThat(refreshers()).isZero());
    }

    private static long refreshers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("kafka-metrics"))
                .count();
    }
}
