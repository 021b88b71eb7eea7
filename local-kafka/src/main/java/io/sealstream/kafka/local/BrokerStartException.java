package io.sealstream.kafka.local;

import org.jspecify.annotations.Nullable;

/** A broker did not start. The message says why, and what to do. */
public final class BrokerStartException extends RuntimeException {

    BrokerStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
