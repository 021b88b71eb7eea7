package io.sealstream.benchmarks;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Histograms of latencies: microseconds, up to a minute, exact to three digits. */
final class Latencies {
    private static final long LONGEST = TimeUnit.MINUTES.toMicros(1);

    private Latencies() {}

    static Histogram histogram() {
        return new Histogram(LONGEST, 3);
    }

    static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 0, LONGEST));
    }

    static double millis(Histogram histogram, double percentile) {
        return histogram.getValueAtPercentile(percentile) / 1_000.0;
    }
}
