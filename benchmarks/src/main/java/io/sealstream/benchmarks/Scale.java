package io.sealstream.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * How much is done in one run.
 *
 * @param records produced, and read to warm up
 * @param events sealed without certificates or in batches, and copied
 * @param signed events sealed with a signature each
 * @param rates events a second at which latency is measured
 * @param warmUp before latency is measured
 * @param steady how long latency is measured at each rate
 * @param peers how long each peer is measured
 * @param longLedger events of the ledger that shows what length costs; 0 where that is left out, and fail-overs and services
 *     too
 */
record Scale(
        int records,
        int events,
        int signed,
        List<Integer> rates,
        Duration warmUp,
        Duration steady,
        Duration peers,
        int longLedger) {
    static final Scale FULL = new Scale(
            2_000_000,
            4_000_000,
            400_000,
            List.of(100, 1_000, 10_000, 30_000),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofSeconds(10),
            10_000_000);

    /** Ends within three minutes on two cores, with a margin: most of it are starts of JVMs. */
    static final Scale QUICK = new Scale(
            100_000,
            150_000,
            5_000,
            List.of(100, 1_000),
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            0);

    boolean isQuick() {
        return longLedger == 0;
    }
}
