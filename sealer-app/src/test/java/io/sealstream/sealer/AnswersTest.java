package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final KafkaFutureImpl<String> first = new KafkaFutureImpl<>();
    private final KafkaFutureImpl<String> second = new KafkaFutureImpl<>();
    private final KafkaFutureImpl<String> third = new KafkaFutureImpl<>();
    private final List<String> taken = new ArrayList<>();

    @Test
    void areTakenFromAllWhoGiveOne() {
        first.complete("a");
        second.complete("b");
        third.complete("c");

        assertThat(forEach(3)).isEmpty();

        assertThat(taken).containsExactly("1: a", "2: b", "3: c");
    }

    @Test
    void ofTheOthersCountWhereOneFails() {
        TimeoutException failure = new TimeoutException("no answer");
        first.completeExceptionally(failure);
        second.complete("b");
        third.complete("c");

        Map<Integer, KafkaException> failed = forEach(3);

        assertThat(failed).isEqualTo(Map.of(1, failure));
        assertThat(taken).containsExactly("2: b", "3: c");
    }

    @Test
    void areNotWaitedForOnceThereAreEnough() {
        third.complete("c");

        assertThat(forEach(1)).isEmpty();

        assertThat(taken).containsExactly("3: c");
    }

    @Test
    void areWaitedForUntilThereAreEnough() throws InterruptedException {
        Thread answering = Thread.ofPlatform().start(() -> {
            second.complete("b");
            third.completeExceptionally(new TimeoutException("no answer"));
            first.complete("a");
        });

        Map<Integer, KafkaException> failed = forEach(3);

        answering.join();
        assertThat(failed).containsOnlyKeys(3);
        assertThat(taken).containsExactlyInAnyOrder("1: a", "2: b");
    }

    @Test
    void areWaitedForUntilTheInterrupt() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> forEach(1)).isInstanceOf(InterruptException.class);

        assertThat(Thread.interrupted()).as("it is kept").isTrue();
    }

    private Map<Integer, KafkaException> forEach(int enough) {
        Map<Integer, KafkaFuture<String>> asked = new LinkedHashMap<>();
        asked.put(1, first);
        asked.put(2, second);
        asked.put(3, third);
        return new Answers<>(asked).forEach((from, answer) -> {
            taken.add(from + ": " + answer);
            return taken.size() < enough;
        });
    }
}
