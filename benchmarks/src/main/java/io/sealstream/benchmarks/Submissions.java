package io.sealstream.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/** How late the answers to submissions of an open loop are. They come on any thread and in any order. */
final class Submissions {
    private Submissions() {}

    /**
     * @param rate a second
     * @param submit ends with an exception where the answer was no success: then nothing was measured
     */
    static Histogram latencies(int rate, Duration time, Callable<CompletableFuture<?>> submit) throws Exception {
        int count = Math.toIntExact(rate * time.toSeconds());
        long[] lateNanos = new long[count];
        List<CompletableFuture<?>> answers = new ArrayList<>(count);
        OpenLoop loop = new OpenLoop(OpenLoop.Clock.SYSTEM, rate);
        loop.run(count, number -> {
            int place = (int) number;
            answers.add(begun(submit).thenRun(() -> lateNanos[place] = loop.lateNanos(place)));
        });
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get();
        Histogram latencies = Latencies.histogram();
        Arrays.stream(lateNanos).forEach(nanos -> Latencies.record(latencies, nanos));
        return latencies;
    }

    private static CompletableFuture<?> begun(Callable<CompletableFuture<?>> submit) {
        try {
            return submit.call();
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
