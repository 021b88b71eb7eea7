package io.sealstream.gateway.health;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether anybody may seal: a sealer that is stopped or DEGRADED is no member of the sealers' group, nor is one that is
 * STARTING for the most part. A group with a member may still not seal. Asked once a second. An absence that a restart
 * explains is none, and where the brokers do not say, nothing is concluded.
 */
public final class SealerWatch implements Supplier<Optional<String>>, AutoCloseable {
    /** A sealer that is restarted, or takes over, is back before. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(SealerWatch.class);

    private final String group;
    private final Question question;
    private final LongSupplier nanoTime;
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("sealer-watch").daemon().factory());
    private volatile @Nullable Long absentSinceNanos;
    private boolean isAnswered = true;

    /** What the brokers are asked. */
    @FunctionalInterface
    public interface Question {
        boolean hasMembers(String group) throws IOException;
    }

    SealerWatch(String group, Question question, LongSupplier nanoTime) {
        this.group = group;
        this.question = question;
        this.nanoTime = nanoTime;
    }

    /** Looks until it is closed. */
    public static SealerWatch start(String group, Question question) {
        SealerWatch watch = new SealerWatch(group, question, System::nanoTime);
        var unused = watch.looks.scheduleWithFixedDelay(watch::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return watch;
    }

    void look() {
        try {
            boolean isThere = question.hasMembers(group);
            isAnswered = true;
            if (isThere) {
                absentSinceNanos = null;
            } else if (absentSinceNanos == null) {
                absentSinceNanos = nanoTime.getAsLong();
            }
        } catch (IOException | RuntimeException e) {
            absentSinceNanos = null;
            if (isAnswered && !looks.isShutdown()) {
                LOG.warn("whether a sealer is at work can't be seen: {}", e.getMessage());
            }
            isAnswered = false;
        }
    }

    /** Why nothing is sealed; empty where something may be. */
    @Override
    public Optional<String> get() {
        Long since = absentSinceNanos;
        return since == null || nanoTime.getAsLong() - since < PATIENCE.toNanos()
                ? Optional.empty()
                : Optional.of("no sealer is at work: group " + group + " has had no member for " + PATIENCE.toSeconds()
                        + " s; each is stopped, STARTING or DEGRADED, and its /health says why");
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
