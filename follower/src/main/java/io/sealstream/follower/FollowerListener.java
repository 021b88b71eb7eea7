package io.sealstream.follower;

import io.sealstream.core.seal.LedgerHead;
import org.apache.kafka.clients.consumer.Consumer;

/** Told what a follower does, on the following thread; it must be quick, and may not throw. */
public interface FollowerListener {
    /** Hears nothing. */
    FollowerListener NONE = new FollowerListener() {
        @Override
        public Reading reading(Consumer<?, ?> consumer) {
            return () -> {};
        }

        @Override
        public void followed(LedgerHead head) {}
    };

    /**
     * From now on {@code consumer} reads the sealed topic. After an outage it is another one.
     *
     * @return is closed before the consumer is
     */
    Reading reading(Consumer<?, ?> consumer);

    /** A consumer reads, until this is closed. */
    interface Reading extends AutoCloseable {
        @Override
        void close();
    }

    /** Everything up to {@code head} is committed, checked and folded. */
    void followed(LedgerHead head);
}
