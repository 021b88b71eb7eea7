package io.sealstream.sealer;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for what an Admin client was asked; its own time-out bounds that. */
final class KafkaAnswer {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private KafkaAnswer() {}

    /**
     * Asks again and again, until the answer is another one.
     *
     * @param passing what an answer may be for a while
     * @throws ApiException the last {@code passing}, where {@code limit} was not enough
     */
    static <T> T after(Class<? extends ApiException> passing, Duration limit, Supplier<T> question) {
        long begunNanos = System.nanoTime();
        while (true) {
            try {
                return question.get();
            } catch (ApiException e) {
                if (!passing.isInstance(e) || System.nanoTime() - begunNanos > limit.toNanos()) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** @throws KafkaException as the broker or the client had it */
    static <T> T of(KafkaFuture<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
