package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sealstream.command.CommandFailure;
import io.sealstream.reader.LedgerUnreadableException;
import java.time.Clock;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A sealer in this JVM, on a thread of its own, as the command runs it. */
final class RunningSealer implements AutoCloseable {
    private final SealerNode node;
    private final Stop stop;
    private final CompletableFuture<Void> end;
    private final Health health;
    private boolean refused;
    private boolean closed;

    private RunningSealer(SealerNode node, Stop stop, CompletableFuture<Void> end) {
        this.node = node;
        this.stop = stop;
        this.end = end;
        this.health = new Health(node.healthPort());
    }

    static RunningSealer start(SealerConfig config, boolean adoptHead) throws LedgerUnreadableException {
        return start(config, adoptHead, Clock.systemUTC());
    }

    static RunningSealer start(SealerConfig config, boolean adoptHead, InstantSource clock)
            throws LedgerUnreadableException {
        Stop stop = new Stop();
        SealerNode node = SealerNode.open(config, adoptHead, clock, stop);
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread.ofPlatform().name("sealer-" + config.names().ledger()).start(() -> {
            try {
                node.run();
                end.complete(null);
            } catch (Throwable e) {
                end.completeExceptionally(e);
            }
        });
        return new RunningSealer(node, stop, end);
    }

    Health health() {
        return health;
    }

    RunningSealer awaitHealthy() {
        await().atMost(TrialLedger.PATIENCE).untilAsserted(() -> {
            assertThat(end).as("the sealer's thread").isNotDone();
            assertThat(health.state()).isEqualTo("HEALTHY");
        });
        return this;
    }

    void awaitNotReady() {
        await().atMost(TrialLedger.PATIENCE)
                .untilAsserted(
                        () -> assertThat(health.get("/health/ready").code()).isEqualTo(503));
    }

    /** Waits until it says that it is degraded; @return the member {@code fault} of its health. */
    Health.Fault awaitDegraded() {
        await().atMost(TrialLedger.PATIENCE)
                .untilAsserted(() -> assertThat(health.state()).isEqualTo("DEGRADED"));
        return health.fault();
    }

    /** Waits until it has ended by itself; @return why. */
    CommandFailure awaitRefusal() {
        await().atMost(TrialLedger.PATIENCE).until(end::isDone);
        refused = true;
        return (CommandFailure) end.exceptionNow();
    }

    /** Stops it as SIGTERM does. */
    @Override
    public void close() throws Exception {
        if (!closed) {
            closed = true;
            stop.request();
            try {
                if (!refused) {
                    end.get(TrialLedger.PATIENCE.toSeconds(), TimeUnit.SECONDS);
                }
            } finally {
                node.close();
            }
        }
    }
}
