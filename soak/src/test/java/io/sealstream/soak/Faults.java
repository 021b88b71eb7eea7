package io.sealstream.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sealstream.kafka.local.BrokerProcess;
import io.sealstream.kafka.local.LocalCluster;
import io.sealstream.soak.check.Evidence.Recovery;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Does what a plan says, each time at a random moment under load, and waits until sealing goes on. */
final class Faults {
    /** How long sealing may rest: what a loaded machine needs to start a sealer, several times over. */
    static final Duration BOUND = Duration.ofSeconds(60);

    static final String SEALED_WHILE_PAUSED = "sealed while one was paused";

    private static final Duration UNTIL_THE_NEXT = Duration.ofSeconds(2);
    private static final Duration SHORT_PAUSE = SealerProcess.SESSION_TIMEOUT.dividedBy(2);
    private static final Duration LONG_PAUSE = SealerProcess.TRANSACTION_TIMEOUT.plusSeconds(1);

    private final LocalCluster cluster;
    private final Sealers sealers;
    private final Load load;
    private final Tally tally;
    private final Random random;
    private final FailOver failOver;
    private final List<Recovery> recoveries = new ArrayList<>();
    private SealerProcess sealer;
    private int pauses;
    private boolean isStuck;

    Faults(
            LocalCluster cluster,
            SoakLedger ledger,
            Sealers sealers,
            SealerProcess sealer,
            Load load,
            Tally tally,
            Random random) {
        this.cluster = cluster;
        this.sealers = sealers;
        this.sealer = sealer;
        this.load = load;
        this.tally = tally;
        this.random = random;
        this.failOver = new FailOver(ledger, load, tally, random);
    }

    List<Recovery> recoveries() {
        return recoveries;
    }

    /** The one that seals when all is over. */
    SealerProcess sealer() {
        return sealer;
    }

    /** Whether nothing is sealed any more: then there is no use in going on. */
    boolean isStuck() {
        return isStuck;
    }

    void inflict(SoakPlan.Fault fault) throws IOException, InterruptedException {
        load.work(upTo(UNTIL_THE_NEXT));
        switch (fault) {
            case SEALER_KILLED -> killSealer();
            case SEALER_FAILED_OVER -> failOver();
            case SEALER_PAUSED -> pauseSealer();
            case BROKER_KILLED -> killBroker();
        }
        tally.count(fault.name());
    }

    private void killSealer() throws IOException, InterruptedException {
        sealer.kill();
        Instant killed = Instant.now();
        sealer = sealers.start(sealer.place());
        if (random.nextInt(5) == 0) {
            load.work(upTo(UNTIL_THE_NEXT));
            sealer.kill();
            tally.count("killed while it started");
            sealer = sealers.start(sealer.place());
        }
        awaitSeal("SIGKILL of the sealer", killed);
    }

    /** The killed one stays away until a second one is wanted again: then it comes back, beside one that seals. */
    private void failOver() throws IOException, InterruptedException {
        FailOver.Left left = failOver.inflict(sealer, startSecond(), BOUND);
        sealer = left.sealer();
        awaitSeal("SIGKILL of one of two sealers", left.since());
        failOver.tellWhatWasEnded(left);
    }

    /** Returns when it stands by. */
    private SealerProcess startSecond() throws IOException {
        SealerProcess second = sealers.start(sealer.place().equals("a") ? "b" : "a");
        await().atMost(BOUND).until(second::hasBeenHealthy);
        return second;
    }

    /** Every other time for longer than the brokers leave its transaction open: then the second one goes on without it. */
    private void pauseSealer() throws IOException, InterruptedException {
        SealerProcess second = startSecond();
        load.work(upTo(UNTIL_THE_NEXT));
        Duration length = pauses++ % 2 == 0 ? LONG_PAUSE : SHORT_PAUSE;

        sealer.pause();
        Instant paused = Instant.now();
        load.work(length.plus(upTo(UNTIL_THE_NEXT)));
        if (tally.hasSealAfter(paused)) {
            tally.count(SEALED_WHILE_PAUSED);
        }
        sealer.resume();
        Instant resumed = Instant.now();

        awaitSeal("SIGSTOP of one of two sealers", paused);
        awaitSeal("SIGCONT of that sealer", resumed);
        load.work(upTo(UNTIL_THE_NEXT));
        leaveOne(sealer, second);
    }

    private void leaveOne(SealerProcess first, SealerProcess second) throws InterruptedException {
        boolean firstStays = random.nextBoolean();
        SealerProcess goes = firstStays ? second : first;
        sealer = firstStays ? first : second;
        int exitCode = goes.stop();
        assertThat(exitCode).as("exit code, see %s", goes.logFile()).isZero();
        awaitSeal("SIGTERM of one of two sealers", Instant.now());
    }

    private void killBroker() throws InterruptedException {
        List<BrokerProcess> brokers = cluster.brokers();
        BrokerProcess broker = brokers.get(random.nextInt(brokers.size()));
        broker.kill();
        Instant killed = Instant.now();
        load.work(upTo(UNTIL_THE_NEXT));
        broker.start();
        awaitSeal("SIGKILL of a broker", killed);
        cluster.awaitReady();
    }

    private void awaitSeal(String fault, Instant moment) throws InterruptedException {
        while (!tally.hasSealAfter(moment) && sinceAtMostBound(moment)) {
            load.work(Duration.ofMillis(10));
        }
        isStuck |= !tally.hasSealAfter(moment);
        recoveries.add(new Recovery(fault, Duration.between(moment, Instant.now())));
    }

    private static boolean sinceAtMostBound(Instant moment) {
        return Duration.between(moment, Instant.now()).compareTo(BOUND) <= 0;
    }

    private Duration upTo(Duration most) {
        return Duration.ofMillis(random.nextLong(most.toMillis()));
    }
}
