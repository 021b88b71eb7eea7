package io.sealstream.gateway;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a process holds, and closes in the reverse order; what can't be closed does not keep the rest open. */
final class Held implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Held.class);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    /** @return {@code part} */
    <T extends AutoCloseable> T add(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.warn("something could not be closed", e);
            }
        }
    }
}
