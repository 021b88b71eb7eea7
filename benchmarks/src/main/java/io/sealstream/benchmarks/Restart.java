package io.sealstream.benchmarks;

import io.sealstream.kafka.local.ChildProcess;

/** How long a ledger stands still when its sealer was killed in the middle of its work and is started again. */
final class Restart {
    private static final int AT_WORK = 50_000;

    private Restart() {}

    /**
     * Kills a sealer of this ledger that has much to do, and starts another.
     *
     * @return from its start to the first event that it seals
     */
    static double millis(Bench bench, BenchLedger ledger, Events events) throws Exception {
        Load.fill(bench, ledger.intake(), events, AT_WORK);
        long end = ledger.sealedEnd();
        try (ChildProcess killed = ledger.startSealer()) {
            bench.topics().await(ledger.sealed(), end + 1);
        }
        // Where it was that fast, there is something to do all the same.
        Load.fill(bench, ledger.intake(), events, 1);
        try (FirstSeal first = FirstSeal.prepare(bench, ledger)) {
            first.passOverAll();
            long begunNanos = System.nanoTime();
            try (ChildProcess sealer = ledger.startSealer()) {
                double millis = first.millisSince(begunNanos);
                int unused = sealer.stop();
                return millis;
            }
        }
    }
}
