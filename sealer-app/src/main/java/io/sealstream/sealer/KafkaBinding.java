package io.sealstream.sealer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.sealstream.follower.FollowerListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Kafka's own metrics of one client, in the registry until this is closed.
 *
 * <p>Each has a thread of its own that looks for metrics which came later: on a shared one Micrometer would go on looking
 * after the close, and bring back what was removed.
 */
final class KafkaBinding implements FollowerListener.Reading {
    private static final Duration REFRESH = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ScheduledExecutorService refresher;
    private final Runnable unbind;

    private KafkaBinding(
            ScheduledExecutorService refresher, MeterRegistry registry, MeterBinder binder, Runnable unbind) {
        this.refresher = refresher;
        this.unbind = unbind;
        binder.bindTo(registry);
    }

    static KafkaBinding of(KafkaStreams streams, MeterRegistry registry) {
        ScheduledExecutorService refresher = refresher();
        KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams, List.of(), refresher, REFRESH);
        return new KafkaBinding(refresher, registry, metrics, metrics::close);
    }

    static KafkaBinding of(Consumer<?, ?> consumer, MeterRegistry registry) {
        ScheduledExecutorService refresher = refresher();
        KafkaClientMetrics metrics = new KafkaClientMetrics(consumer, List.of(), refresher, REFRESH);
        return new KafkaBinding(refresher, registry, metrics, metrics::close);
    }

    private static ScheduledExecutorService refresher() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("kafka-metrics").daemon().factory());
    }

    @Override
    public void close() {
        refresher.shutdownNow();
        try {
            boolean unused = refresher.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        unbind.run();
    }
}
