package io.sealstream.soak;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What a run does.
 *
 * @param seed decides the order and the moments of the faults and what is submitted; not how threads take turns
 * @param kills of sealers; half of them while a second one stands by
 * @param brokers 1 or 3
 * @param directory keeps the history and the logs of sealers
 */
record SoakPlan(long seed, int kills, int pauses, int brokerKills, int brokers, Path directory) {
    /** What is done to a run. */
    enum Fault {
        /** Alone, and started again in its place. */
        SEALER_KILLED,
        /** Killed as well, in the middle of a transaction, beside a second one that goes on. */
        SEALER_FAILED_OVER,
        SEALER_PAUSED,
        BROKER_KILLED
    }

    static SoakPlan ofProperties() {
        long seed = property("soak.seed").map(Long::valueOf).orElseGet(() -> new Random().nextLong(1_000_000_000));
        return new SoakPlan(
                seed,
                count("soak.kills", 2),
                count("soak.pauses", 1),
                count("soak.broker-kills", 0),
                count("soak.brokers", 1),
                Path.of(property("soak.directory").orElse("target/soak"))
                        .toAbsolutePath()
                        .resolve("seed-" + seed));
    }

    private static int count(String name, int otherwise) {
        return property(name).map(Integer::valueOf).orElse(otherwise);
    }

    private static Optional<String> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).filter(value -> !value.isBlank());
    }

    /** All of them, shuffled by the seed. */
    List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            faults.addAll(Collections.nCopies(count(fault), fault));
        }
        Collections.shuffle(faults, new Random(seed));
        return faults;
    }

    int count(Fault fault) {
        return switch (fault) {
            case SEALER_KILLED -> kills - kills / 2;
            case SEALER_FAILED_OVER -> kills / 2;
            case SEALER_PAUSED -> pauses;
            case BROKER_KILLED -> brokerKills;
        };
    }
}
