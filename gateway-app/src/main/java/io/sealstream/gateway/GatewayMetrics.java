package io.sealstream.gateway;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sealstream.command.Version;
import io.sealstream.gateway.health.GatewayHealth;
import io.sealstream.gateway.health.GatewayStatus;
import io.sealstream.gateway.ledger.ServedLedger;
import io.sealstream.gateway.submit.Answer;
import io.sealstream.gateway.submit.SubmitObserver;
import io.sealstream.gateway.tls.ReloadedTls;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** All that {@code /metrics} shows of one gateway, every series labelled with its ledger. */
final class GatewayMetrics implements SubmitObserver, AutoCloseable {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(30),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();
    private final JvmGcMetrics collections = new JvmGcMetrics();

    GatewayMetrics(String ledger) {
        registry.config().commonTags("ledger", ledger);
        Gauge.builder("sealstream.build.info", () -> 1)
                .description("1, labelled with the version of this build.")
                .tag("version", Version.current())
                .register(registry);
        List.of(
                        collections,
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        new FileDescriptorMetrics(),
                        new ProcessorMetrics(),
                        new UptimeMetrics())
                .forEach(binder -> binder.bindTo(registry));
    }

    MeterRegistry registry() {
        return registry;
    }

    /** Shows the state of what is served. */
    void observe(ServedLedger ledger) {
        GatewayHealth health = ledger.health();
        for (String state : List.of("STARTING", "HEALTHY", "NOT_SEALING", "DEGRADED", "STOPPING")) {
            Gauge.builder("ledger.gateway.state", () -> isIn(health.get(), state))
                    .description("1 for the state that the gateway is in.")
                    .tag("state", state)
                    .register(registry);
        }
        Gauge.builder(
                        "ledger.gateway.head.sequence",
                        () -> health.head()
                                .map(head -> (double) head.sequence().value())
                                .orElse(Double.NaN))
                .description("The last sequence that can be read here.")
                .register(registry);
        Gauge.builder("ledger.gateway.streams", () -> ledger.streams().count())
                .description("Streams of records that are open.")
                .register(registry);
        Gauge.builder("ledger.gateway.waiting", () -> ledger.submitter().waiting())
                .description("Submissions that wait to be sent.")
                .register(registry);
    }

    /** Shows whether the files of TLS are sound, and for how long the certificate is. */
    void observe(ReloadedTls tls) {
        Gauge.builder("ledger.gateway.tls.stale", () -> tls.complaint() == null ? 0 : 1)
                .description(
                        "1 while the files of TLS are not sound, and what was read before is used; the log says why.")
                .register(registry);
        Gauge.builder("ledger.gateway.tls.expiry", () -> tls.expiry().getEpochSecond())
                .description("When the listener's certificate expires, in seconds since 1970.")
                .baseUnit("seconds")
                .register(registry);
    }

    private static int isIn(GatewayStatus status, String state) {
        return status.name().equals(state) ? 1 : 0;
    }

    @Override
    public void answered(Answer answer, Duration took) {
        timers.computeIfAbsent(name(answer), this::timer).record(took);
    }

    private Timer timer(String answer) {
        return Timer.builder("ledger.gateway.submissions")
                .description("Submissions by their answer, from receipt to answer.")
                .tag("answer", answer)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private static String name(Answer answer) {
        return switch (answer) {
            case Answer.Sealed sealed -> sealed.duplicate() ? "DUPLICATE" : "SEALED";
            case Answer.Refused refused -> refused.kind().name();
        };
    }

    String scrape(String contentType) {
        return registry.scrape(contentType);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
