package io.sealstream.sealer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiPredicate;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/**
 * What several were asked at once, answer by answer as they come: who fails, or takes long, keeps nobody from the others'.
 *
 * @param asked by whom it was asked
 */
record Answers<K, T>(Map<K, KafkaFuture<T>> asked) {
    private record Answer<K, T>(K from, KafkaFuture<T> future) {}

    /**
     * Hands over one answer after the other; the time-out of what was asked bounds that.
     *
     * @param taker says whether more are wanted
     * @return who failed of those that were waited for
     */
    Map<K, KafkaException> forEach(BiPredicate<K, T> taker) {
        BlockingQueue<Answer<K, T>> come = new LinkedBlockingQueue<>();
        asked.forEach((from, future) -> {
            var unused = future.whenComplete((value, failure) -> come.add(new Answer<>(from, future)));
        });
        Map<K, KafkaException> failed = new LinkedHashMap<>();
        boolean wantsMore = true;
        for (int i = 0; wantsMore && i < asked.size(); i++) {
            Answer<K, T> next = next(come);
            try {
                T value = KafkaAnswer.of(next.future());
                wantsMore = taker.test(next.from(), value);
            } catch (InterruptException e) {
                throw e;
            } catch (KafkaException e) {
                failed.put(next.from(), e);
            }
        }
        return failed;
    }

    private static <K, T> Answer<K, T> next(BlockingQueue<Answer<K, T>> come) {
        try {
            return come.take();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
