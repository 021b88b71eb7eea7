package io.sealstream.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Hash;
import io.sealstream.core.Sha256;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentAnswersTest {
    private static final int CAPACITY = 10;

    private final RecentAnswers answers = new RecentAnswers(CAPACITY);
    private final AtomicInteger worked = new AtomicInteger();

    @Test
    void remembersWhatWasAskedLastWhateverTheAnswerWas() {
        IntStream.range(0, CAPACITY).forEach(i -> ask(i, i % 2 == 0));

        assertThat(ask(0, false)).isTrue();
        assertThat(ask(1, true)).isFalse();
        assertThat(worked).hasValue(CAPACITY);
    }

    @Test
    void forgetsTheOldest() {
        IntStream.range(0, 2 * CAPACITY).forEach(i -> ask(i, true));

        assertThat(ask(0, false)).isFalse();
        assertThat(worked).hasValue(2 * CAPACITY + 1);
    }

    @Test
    void doesTheWorkOnceForAllWhoAskAtATime() {
        IntStream.range(0, 64).parallel().forEach(i -> ask(7, true));

        assertThat(worked).hasValue(1);
    }

    private boolean ask(int question, boolean answer) {
        Hash hash = Sha256.of(ByteBuffer.allocate(4).putInt(question).array());
        return answers.get(hash, () -> {
            worked.incrementAndGet();
            return answer;
        });
    }
}
