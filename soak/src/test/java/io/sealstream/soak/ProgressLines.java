package io.sealstream.soak;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A line every few seconds, for whoever waits. */
final class ProgressLines implements AutoCloseable {
    private static final int EVERY_S = 10;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final long begunNanos = System.nanoTime();

    ProgressLines(SoakPlan plan, Tally tally) {
        var unused = thread.scheduleAtFixedRate(
                () -> System.out.println(line(plan, tally)), EVERY_S, EVERY_S, TimeUnit.SECONDS);
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begunNanos);
    }

    private String line(SoakPlan plan, Tally tally) {
        String faults = Arrays.stream(SoakPlan.Fault.values())
                .map(fault -> fault + " " + tally.of(fault.name()) + " of " + plan.count(fault))
                .collect(Collectors.joining(", "));
        return "soak " + elapsed().toSeconds() + " s: " + faults + "; " + tally.of(Tally.SEALED) + " sealed, "
                + tally.of(Tally.UNKNOWN) + " unknown";
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
