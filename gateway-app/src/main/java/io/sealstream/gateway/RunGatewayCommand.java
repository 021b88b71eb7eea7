package io.sealstream.gateway;

import io.sealstream.command.ConfigLayers;
import io.sealstream.command.Configured;
import io.sealstream.command.ConnectionOptions;
import io.sealstream.command.ExitCode;
import io.sealstream.command.LayeredConfig;
import io.sealstream.command.LogFormat;
import io.sealstream.command.SealstreamCommand;
import io.sealstream.reader.LedgerKey;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Serves until it is told to stop. */
@Command(
        name = "gateway",
        description = "Takes events for a ledger, and gives them back, over gRPC and HTTP, until it gets SIGTERM or"
                + " Ctrl-C.",
        exitCodeList = {
            "0:stopped as it was told",
            "2:wrong arguments or configuration",
            "5:could not start: no broker, no ledger, no permission, a state directory or an address in use"
        },
        footer = {
            "  sealstream gateway --ledger payments --bootstrap-server localhost:9092 --state-dir /var/lib/gateway",
            "  curl http://127.0.0.1:50051/v1/head",
            "  curl http://127.0.0.1:50051/v1/events/1",
            "  curl http://127.0.0.1:50051/openapi.yaml"
        })
final class RunGatewayCommand extends SealstreamCommand implements Configured {
    /** Longer than what is closed has together, where the brokers answer. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(9);

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--ledger", paramLabel = "NAME", description = "The ledger (ledger).")
    private @Nullable String ledger;

    @Option(names = "--state-dir", paramLabel = "DIR", description = "Directory for what is served (state.dir).")
    private @Nullable String stateDir;

    @Option(
            names = "--listener",
            paramLabel = "HOST:PORT",
            description = "Where gRPC and HTTP listen (listener; by default 127.0.0.1:50051).")
    private @Nullable String listener;

    @Option(
            names = "--insecure-listener",
            description = "Listen without TLS where other machines can reach it (insecure.listener).")
    private boolean insecureListener;

    @Option(
            names = "--log-format",
            paramLabel = "text|json",
            description = "Lines of the log (log.format; by default text).")
    private @Nullable String logFormat;

    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean cleanly;

    @Override
    protected ExitCode run() throws Exception {
        LayeredConfig loaded = connection.load(layers());
        LogFormat.of(loaded.settings().getString(LogFormat.KEY)).use();
        GatewayConfig config = GatewayConfig.of(loaded);
        stopOnSignal();
        try (GatewayNode node = GatewayNode.open(config, Clock.systemUTC())) {
            stop.await();
            cleanly = true;
        } finally {
            ended.countDown();
        }
        return ExitCode.OK;
    }

    @Override
    public ConfigLayers layers() {
        return connection
                .layers(GatewayConfig.define())
                .flag(LedgerKey.LEDGER, "--ledger", ledger)
                .flag(GatewayConfig.STATE_DIR, "--state-dir", stateDir)
                .flag(GatewayConfig.LISTENER, "--listener", listener)
                .flag(GatewayConfig.INSECURE_LISTENER, "--insecure-listener", insecureListener ? "true" : null)
                .flag(LogFormat.KEY, "--log-format", logFormat);
    }

    /**
     * SIGTERM and Ctrl-C run the hook; the JVM waits for it, and it waits for the clean end. A JVM that ends by a signal
     * has that signal's exit code, unless it is told otherwise.
     */
    private void stopOnSignal() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            stop.countDown();
            try {
                if (ended.await(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS) && cleanly) {
                    Runtime.getRuntime().halt(ExitCode.OK.number());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }
}
