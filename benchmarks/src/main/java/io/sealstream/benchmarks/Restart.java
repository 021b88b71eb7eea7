package io.sealstream.benchmarks;

import io.sealstream.kafka.local.JavaProcess;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** How long a sealer that was killed in the middle of its work takes from its start to the first event that it seals. */
final class Restart implements Measurement {
    private static final Figure RESTART = Figure.time("restart.kill9", null);
    private static final int LENGTH = 100_000;
    private static final int AT_WORK = 50_000;

    @Override
    public List<Figure> figures() {
        return List.of(RESTART);
    }

    @Override
    public Map<Figure, Double> run(Bench bench) throws Exception {
        try (BenchLedger ledger = BenchLedger.make(bench, "restart", Certification.NONE)) {
            Events events = ledger.events(Payloads.ofPayments());
            Load.fill(bench, ledger.intake(), events, LENGTH);
            ledger.seal(LENGTH);
            return Map.of(RESTART, millis(bench, ledger, events));
        }
    }

    /** Kills a sealer of this ledger that has much to do, and starts another. */
    static double millis(Bench bench, BenchLedger ledger, Events events) throws Exception {
        Load.fill(bench, ledger.intake(), events, AT_WORK);
        try (JavaProcess killed = ledger.startSealer()) {
            bench.topics().await(ledger.sealed(), ledger.sealedEnd() + 1);
        }
        // Where it was that fast, there is something to do all the same.
        Load.fill(bench, ledger.intake(), events, 1);
        try (KafkaConsumer<byte[], byte[]> consumer =
                Consume.consumer(bench, ledger.sealed(), bench.topics().end(ledger.sealed()))) {
            long begunNanos = System.nanoTime();
            try (JavaProcess sealer = ledger.startSealer()) {
                Consume.poll(consumer);
                double millis = (System.nanoTime() - begunNanos) / 1e6;
                sealer.stop();
                return millis;
            }
        }
    }
}
