package io.sealstream.kafka.local;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A broker that meets a fatal fault ends its JVM, which here is the caller's too. Instead the fault is logged, every watch of this
 * JVM is told, and the thread that wanted to end the JVM ends with an exception.
 */
final class FaultWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FaultWatch.class);
    private static final Set<FaultWatch> OPEN = ConcurrentHashMap.newKeySet();

    private final CompletableFuture<String> fault = new CompletableFuture<>();

    private FaultWatch() {}

    /** From now on no broker ends this JVM; Kafka has one way to exit per JVM, not per broker. */
    static FaultWatch open() {
        Exit.setExitProcedure(FaultWatch::contain);
        Exit.setHaltProcedure(FaultWatch::contain);
        FaultWatch watch = new FaultWatch();
        OPEN.add(watch);
        return watch;
    }

    /** Completes with what the first fault said. */
    CompletableFuture<String> fault() {
        return fault.copy();
    }

    @Override
    public void close() {
        OPEN.remove(this);
    }

    private static void contain(int statusCode, @Nullable String message) {
        String fault =
                "the broker met a fatal fault (status " + statusCode + ")" + (message == null ? "" : ": " + message);
        LOG.error(fault);
        OPEN.forEach(watch -> watch.fault.complete(fault));
        throw new IllegalStateException(fault);
    }
}
