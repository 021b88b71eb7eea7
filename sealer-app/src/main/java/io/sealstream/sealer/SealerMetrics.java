package io.sealstream.sealer;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmInfoMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sealstream.command.Version;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.follower.FollowerListener;
import java.time.InstantSource;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.streams.KafkaStreams;

/** All that {@code /metrics} shows of one sealer, every series labelled with its ledger. */
final class SealerMetrics implements FollowerListener, AutoCloseable {
    static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final OutcomeMetrics outcomes;
    private final StatusMetrics status;

    SealerMetrics(String ledger, InstantSource clock) {
        registry.config().commonTags("ledger", ledger);
        this.outcomes = new OutcomeMetrics(registry, clock);
        this.status = new StatusMetrics(registry);
        Gauge.builder("sealstream.build.info", () -> 1)
                .description("1, labelled with the version of this build.")
                .tag("version", Version.current())
                .register(registry);
        List.of(
                        collections,
                        new JvmInfoMetrics(),
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new FileDescriptorMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics())
                .forEach(this::bind);
    }

    void bind(MeterBinder binder) {
        binder.bindTo(registry);
    }

    OutcomeMetrics outcomes() {
        return outcomes;
    }

    StatusMetrics status() {
        return status;
    }

    /** Kafka Streams' own metrics, and those of its clients, until it is closed. */
    KafkaBinding running(KafkaStreams streams) {
        return KafkaBinding.of(streams, registry);
    }

    @Override
    public Reading reading(Consumer<?, ?> consumer) {
        return KafkaBinding.of(consumer, registry);
    }

    @Override
    public void followed(LedgerHead head) {
        outcomes.followed(head);
    }

    /** @param contentType {@link #TEXT} or {@link #OPEN_METRICS} */
    String scrape(String contentType) {
        return registry.scrape(contentType);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
