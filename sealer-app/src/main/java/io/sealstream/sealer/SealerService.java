package io.sealstream.sealer;

import io.sealstream.core.Sequence;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.follower.Follower;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.topology.Degradation;
import io.sealstream.topology.Degradation.Reason;
import io.sealstream.topology.SealingSetup;
import io.sealstream.topology.SealingTopology;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * The life of a sealer: check what is to be extended, seal, and where something is wrong stop sealing and stay up to say
 * why. Whatever is done here is done on the thread that calls {@link #run}.
 */
final class SealerService {
    private static final Duration FOLLOWER_PATIENCE = Duration.ofSeconds(30);
    private static final Duration CAUGHT_UP_CHECK = Duration.ofSeconds(1);
    private static final Duration CLOCK_CHECK = Duration.ofMillis(200);

    private final SealerConfig config;
    private final LedgerTopics topics;
    private final int replicas;
    private final @Nullable String damage;
    private final Follower follower;
    private final CertificateVerifier certificates;
    private final KafkaConnection connection;
    private final DeadTransactions deadTransactions;
    private final InstantSource clock;
    private final StatusBoard board;
    private final SealerMetrics metrics;
    private final Stop stop;
    private final AtomicReference<@Nullable StreamsRun> current = new AtomicReference<>();
    private boolean hasBeenPutOut;

    SealerService(
            SealerConfig config,
            LedgerPlace place,
            Follower follower,
            CertificateVerifier certificates,
            KafkaConnection connection,
            InstantSource clock,
            StatusBoard board,
            SealerMetrics metrics,
            Stop stop) {
        this.config = config;
        this.topics = place.topics();
        this.replicas = place.replicas();
        this.damage = place.damage();
        this.follower = follower;
        this.certificates = certificates;
        this.connection = connection;
        this.deadTransactions = new DeadTransactions(config.names(), connection);
        this.clock = clock;
        this.board = board;
        this.metrics = metrics;
        this.stop = stop;
    }

    /** Returns when the stop was requested. */
    void run(boolean adoptHead) throws InterruptedException, LedgerUnreadableException {
        stop.onRequest(this::end);
        follower.onFault(fault -> halt(Degradation.of(fault)));
        follower.start(metrics);
        try {
            if (caughtUp(adoptHead)) {
                seal(adoptHead);
            }
        } catch (InterruptException e) {
            if (!stop.isRequested()) {
                throw e;
            }
        }
        stop.await();
        board.show(new SealerStatus.Stopped());
    }

    private void end() {
        endRun(new RunEnd.Stopped());
        follower.stop();
    }

    /** A fault shows at once, whatever the Streams client is doing, and ends it. */
    private void halt(Degradation degradation) {
        board.show(new SealerStatus.Degraded(degradation));
        endRun(new RunEnd.Halted(degradation));
    }

    private void endRun(RunEnd why) {
        StreamsRun run = current.get();
        if (run != null) {
            run.end(why);
        }
    }

    /**
     * Whoever adopts a head takes it from the topics, so they have no open transaction then. Otherwise one may be left of a
     * sealer that died, and is ended by whoever gets the intake; then the rest is waited for.
     */
    private boolean caughtUp(boolean adoptHead) throws InterruptedException {
        while (!stop.isRequested()) {
            board.show(new SealerStatus.Starting("checking " + config.names().sealed()));
            if (adoptHead ? follower.awaitCaughtUp(CAUGHT_UP_CHECK) : follower.awaitCommitted(CAUGHT_UP_CHECK)) {
                metrics.status().checked(damage == null);
                if (damage != null) {
                    halt(damaged(damage));
                }
                return damage == null;
            }
            if (follower.fault().isPresent()) {
                metrics.status().checked(false);
                return false;
            }
        }
        return false;
    }

    /** A follower that goes on from where it was does not read the genesis again; one that begins there has met this. */
    private Degradation damaged(String genesis) {
        return Degradation.atSequence(
                Reason.TAMPERED,
                config.names().sealed() + " does not begin as it should: " + genesis
                        + "; it did when it was followed from its start, so verify the ledger, and find out who else"
                        + " writes to this topic",
                null,
                Sequence.GENESIS);
    }

    private void seal(boolean adoptHead) throws InterruptedException, LedgerUnreadableException {
        LedgerHead adopted = null;
        if (adoptHead) {
            board.show(new SealerStatus.Starting(
                    "adopting the head of " + config.names().sealed()));
            adopted = stop.ask(new HeadAdoption(config, topics, connection, follower)::head);
        }
        SealingTopology topology = new SealingTopology(new SealingSetup(
                config.names(),
                topics,
                follower,
                certificates,
                config.limits(),
                config.policy(),
                clock,
                FOLLOWER_PATIENCE,
                new ClusterLook(config, topics, connection, follower),
                metrics.outcomes(),
                adopted));
        RetryPause pause = new RetryPause();
        String since = "";
        while (!stop.isRequested()) {
            long begunNanos = System.nanoTime();
            switch (judged(runOnce(topology, since))) {
                case RunEnd.Stopped stopped -> {
                    return;
                }
                case RunEnd.Halted(Degradation degradation) -> {
                    board.show(new SealerStatus.Degraded(stop.ask(() -> explained(degradation))));
                    if (!cleared(degradation)) {
                        return;
                    }
                    since = "";
                }
                case RunEnd.Passing passing -> {
                    board.show(new SealerStatus.Starting("trying again, since " + passing.what()));
                    since = "; trying again, since " + passing.what();
                    stop.await(pause.after(Duration.ofNanos(System.nanoTime() - begunNanos)));
                }
            }
        }
    }

    /** Once for as long as the process lives: two sealers of one name would put each other out for ever. */
    private RunEnd judged(RunEnd end) {
        if (!(end instanceof RunEnd.PutOut putOut)) {
            return end;
        }
        boolean isAgain = hasBeenPutOut;
        hasBeenPutOut = true;
        return isAgain ? putOut.forGood() : putOut;
    }

    private RunEnd runOnce(SealingTopology topology, String since) {
        StreamsRun run = new StreamsRun(board, metrics, stop, since);
        current.set(run);
        if (stop.isRequested()) {
            return new RunEnd.Stopped();
        }
        var fault = follower.fault();
        if (fault.isPresent()) {
            return new RunEnd.Halted(Degradation.of(fault.get()));
        }
        try {
            stop.ask(new GroupOffset(config, connection)::ensure);
            return run.run(config, replicas, topology, new SealerClients(deadTransactions));
        } catch (InterruptException e) {
            throw e;
        } catch (LedgerUnreadableException | RuntimeException e) {
            return RunEnd.of(e);
        } finally {
            current.set(null);
        }
    }

    /** A permission that was taken away shows as an error that often does not name it; asking again does. */
    private Degradation explained(Degradation degradation) {
        if (degradation.reason() != Reason.UNFORESEEN) {
            return degradation;
        }
        board.show(new SealerStatus.Starting("asking what is not permitted any more"));
        return new SealerPermissions(config, connection)
                .lacking()
                .map(lacking -> Degradation.of(
                        Reason.UNFORESEEN, lacking + "; then start the sealer again. It met: " + degradation.detail()))
                .orElse(degradation);
    }

    /** Waits for what clears by itself. */
    private boolean cleared(Degradation degradation) throws InterruptedException {
        Long clearsAtMs = degradation.clearsAtMs();
        if (clearsAtMs == null) {
            return false;
        }
        while (!stop.isRequested() && clock.millis() < clearsAtMs) {
            stop.await(CLOCK_CHECK);
        }
        return !stop.isRequested();
    }
}
