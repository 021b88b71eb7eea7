package io.sealstream.benchmarks;

import org.jspecify.annotations.Nullable;

/** Something about a topic did not come to pass: the brokers refused, or what was waited for never came. */
final class TopicException extends Exception {
    private static final long serialVersionUID = 1L;

    TopicException(String message) {
        super(message);
    }

    TopicException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
