package io.sealstream.sealer;

import io.sealstream.command.ConfigLayers;
import io.sealstream.command.Configured;
import io.sealstream.command.ConnectionOptions;
import io.sealstream.command.ExitCode;
import io.sealstream.command.LayeredConfig;
import io.sealstream.command.LogFormat;
import io.sealstream.command.SealstreamCommand;
import io.sealstream.reader.LedgerKey;
import io.sealstream.reader.LedgerUnreadableException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Seals until it is told to stop. */
@Command(
        name = "sealer",
        description = "Seals what is submitted to a ledger, until it gets SIGTERM or Ctrl-C.",
        exitCodeList = {
            "0:stopped as it was told",
            "2:wrong arguments or configuration",
            "5:could not start: no broker, no topic, no permission, a state directory in use"
        },
        footer = {
            "  sealstream sealer --ledger payments --bootstrap-server localhost:9092 --state-dir /var/lib/sealstream",
            "  sealstream sealer --config sealer.properties",
            "  curl http://127.0.0.1:8080/health",
            "  curl http://127.0.0.1:8080/metrics"
        })
final class RunSealerCommand extends SealstreamCommand implements Configured {
    /** Longer than what is closed has together, see {@link Stop}. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(9);

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--ledger", paramLabel = "NAME", description = "The ledger (ledger).")
    private @Nullable String ledger;

    @Option(names = "--state-dir", paramLabel = "DIR", description = "Directory for index and head (state.dir).")
    private @Nullable String stateDir;

    @Option(
            names = "--startup-check",
            paramLabel = "tail|full|off",
            description = "What is verified before sealing goes on (startup.check; by default tail).")
    private @Nullable String startupCheck;

    @Option(
            names = "--health-listener",
            paramLabel = "HOST:PORT",
            description = "Where /health and /metrics listen (health.listener; by default 127.0.0.1:8080).")
    private @Nullable String healthListener;

    @Option(
            names = "--log-format",
            paramLabel = "text|json",
            description = "Lines of the log (log.format; by default text).")
    private @Nullable String logFormat;

    @Option(
            names = "--adopt-head",
            description = "Verify everything and take the head from the topics: after the head store was lost, or a"
                    + " restore. Start with it once.")
    private boolean adoptHead;

    private final Stop stop = new Stop();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean cleanly;

    @Override
    protected ExitCode run() throws Exception {
        LayeredConfig loaded = connection.load(layers());
        LogFormat.of(loaded.settings().getString(LogFormat.KEY)).use();
        SealerConfig config = SealerConfig.of(loaded);
        stopOnSignal();
        try {
            seal(config);
            cleanly = true;
        } finally {
            ended.countDown();
        }
        return ExitCode.OK;
    }

    private void seal(SealerConfig config) throws InterruptedException, LedgerUnreadableException {
        try (SealerNode node = SealerNode.open(config, adoptHead, Clock.systemUTC(), stop)) {
            node.run();
        } catch (InterruptException e) { // it was still looking at the topics, and there was nothing to close
            if (!stop.isRequested()) {
                throw e;
            }
        }
    }

    @Override
    public ConfigLayers layers() {
        return connection
                .layers(SealerConfig.define())
                .flag(LedgerKey.LEDGER, "--ledger", ledger)
                .flag(SealerConfig.STATE_DIR, "--state-dir", stateDir)
                .flag(SealerConfig.STARTUP_CHECK, "--startup-check", startupCheck)
                .flag(SealerConfig.HEALTH_LISTENER, "--health-listener", healthListener)
                .flag(LogFormat.KEY, "--log-format", logFormat);
    }

    /**
     * SIGTERM and Ctrl-C run the hook; the JVM waits for it, and it waits for the clean end. A JVM that ends by a signal
     * has that signal's exit code, unless it is told otherwise.
     */
    private void stopOnSignal() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            stop.request();
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
