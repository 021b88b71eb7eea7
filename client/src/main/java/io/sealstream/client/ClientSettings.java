package io.sealstream.client;

import java.time.Duration;

/**
 * How a {@link LedgerClient} works.
 *
 * @param timeout how long a submission waits for its outcome, and each call to Kafka for its answer
 * @param maxInFlight submissions without an outcome, at least 1; one more waits
 */
public record ClientSettings(Duration timeout, int maxInFlight) {
    public static final ClientSettings DEFAULT = new ClientSettings(Duration.ofSeconds(30), 2_000);

    public ClientSettings {
        if (timeout.toMillis() < 2 || timeout.toMillis() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("timeout must be 2 ms to 24 days, not " + timeout);
        }
        if (maxInFlight < 1) {
            throw new IllegalArgumentException("maxInFlight must be at least 1, not " + maxInFlight);
        }
    }

    public ClientSettings withTimeout(Duration other) {
        return new ClientSettings(other, maxInFlight);
    }

    int timeoutMs() {
        return (int) timeout.toMillis();
    }
}
