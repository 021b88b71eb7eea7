package io.sealstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final long MILLI = 1_000_000;

    private final FakeClock clock = new FakeClock();
    private final OpenLoop loop = new OpenLoop(clock, 100);
    private final List<Long> begunMs = new ArrayList<>();

    @Test
    void beginsEachActionWhenItIsDue() {
        loop.run(4, number -> begunMs.add(clock.ms()));

        assertThat(begunMs).containsExactly(0L, 10L, 20L, 30L);
    }

    @Test
    void makesUpForASlowActionAndCountsWhatWaitedForIt() {
        List<Long> lateMs = new ArrayList<>();

        loop.run(4, number -> {
            clock.pass(number == 0 ? 25 * MILLI : MILLI);
            lateMs.add(loop.lateNanos(number) / MILLI);
        });

        assertThat(lateMs).containsExactly(25L, 16L, 7L, 1L);
    }

    @Test
    void hasNoErrorThatGrowsWhereTheIntervalIsNoWholeNumber() {
        OpenLoop thirds = new OpenLoop(clock, 3);

        assertThat(thirds.dueNanos(3_000_000)).isEqualTo(1_000_000 * 1_000 * MILLI);
    }

    /** It sleeps a little less than it is asked to, as real ones may. */
    private static final class FakeClock implements OpenLoop.Clock {
        private long nanos;

        void pass(long time) {
            nanos += time;
        }

        long ms() {
            return nanos / MILLI;
        }

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void sleep(long time) {
            nanos += Math.max(1, time / 2);
        }
    }
}
