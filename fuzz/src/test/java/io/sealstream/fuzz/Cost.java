package io.sealstream.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What this thread has spent since a moment. The limits are far above what any honest parser needs, classes that are
 * loaded on the way included, and far below what a length that is merely claimed can ask for.
 */
record Cost(long allocatedBytes, long cpuNanos) {
    private static final long MAX_BYTES = 64 << 20;
    private static final long MAX_BYTES_PER_INPUT_BYTE = 4_096;
    private static final Duration MAX_CPU = Duration.ofSeconds(5);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Cost begin() {
        return new Cost(THREADS.getCurrentThreadAllocatedBytes(), THREADS.getCurrentThreadCpuTime());
    }

    void requireBounded(String who, int inputLength) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - allocatedBytes;
        if (allocated > MAX_BYTES + MAX_BYTES_PER_INPUT_BYTE * inputLength) {
            throw new AssertionError(who + " allocated " + allocated + " bytes for an input of " + inputLength);
        }
        Duration cpu = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - cpuNanos);
        if (cpu.compareTo(MAX_CPU) > 0) {
            throw new AssertionError(who + " computed for " + cpu + " over an input of " + inputLength + " bytes");
        }
    }
}
