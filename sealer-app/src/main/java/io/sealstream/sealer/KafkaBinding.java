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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka's own metrics of one client, in the registry until this is closed.
 *
 * <p>Each has a thread of its own that looks for metrics which came later: on a shared one Micrometer would go on looking
 * after the close, and bring back what was removed.
 *
 * <p>It never throws: metrics that can't be shown are no reason to stop sealing.
 */
final class KafkaBinding implements FollowerListener.Reading {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaBinding.class);
    private static final Duration REFRESH = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final AtomicBoolean TOLD = new AtomicBoolean();

    private final ScheduledExecutorService refresher;
    private final AutoCloseable unbind;

    private KafkaBinding(ScheduledExecutorService refresher, AutoCloseable unbind) {
        this.refresher = refresher;
        this.unbind = unbind;
    }

    static KafkaBinding of(KafkaStreams streams, MeterRegistry registry) {
        return bound(registry, refresher -> new KafkaStreamsMetrics(streams, List.of(), refresher, REFRESH));
    }

    static KafkaBinding of(Consumer<?, ?> consumer, MeterRegistry registry) {
        return bound(registry, refresher -> new KafkaClientMetrics(consumer, List.of(), refresher, REFRESH));
    }

    private static <M extends MeterBinder & AutoCloseable> KafkaBinding bound(
            MeterRegistry registry, Function<ScheduledExecutorService, M> metricsOf) {
        ScheduledExecutorService refresher = refresher();
        AutoCloseable unbind = () -> {};
        try {
            M metrics = metricsOf.apply(refresher);
            unbind = metrics;
            metrics.bindTo(registry);
        } catch (RuntimeException e) {
            tell(e);
            refresher.shutdownNow();
        }
        return new KafkaBinding(refresher, unbind);
    }

    /** Once, as clients can come and go each second in an outage. */
    private static void tell(Exception e) {
        if (TOLD.compareAndSet(false, true)) {
            LOG.warn("some of Kafka's own metrics are missing or out of date, sealing goes on without them", e);
        }
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
        try {
            unbind.close();
        } catch (Exception e) { // an AutoCloseable's; these throw none that is checked
            tell(e);
        }
    }
}
