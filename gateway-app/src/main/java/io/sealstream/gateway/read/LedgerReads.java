package io.sealstream.gateway.read;

import io.sealstream.core.Sequence;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.follower.Follower;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Single records and ranges. Whoever was told of a record by this gateway finds it here: a read that would miss it waits
 * until the follower has come so far, at most a second.
 */
public final class LedgerReads {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Follower follower;
    private final FollowedSignal signal;
    private final AtomicLong told = new AtomicLong();

    /** @param follower keeps whole records, and tells {@code signal} what it does */
    public LedgerReads(Follower follower, FollowedSignal signal) {
        this.follower = follower;
        this.signal = signal;
    }

    /** A caller is about to be told that there is a record at {@code sequence}. */
    public void told(Sequence sequence) {
        told.accumulateAndGet(sequence.value(), Math::max);
    }

    /** Empty where the ledger has not come so far. */
    public CompletableFuture<Optional<SealedEvent>> record(Sequence sequence) {
        return found(() -> follower.record(sequence));
    }

    /** Empty where no event with this id was sealed. */
    public CompletableFuture<Optional<SealedEvent>> record(EventId eventId) {
        return found(() -> follower.find(eventId).flatMap(entry -> follower.record(entry.sequence())));
    }

    private CompletableFuture<Optional<SealedEvent>> found(Supplier<Optional<SealedEvent>> look) {
        Optional<SealedEvent> found = look.get();
        return found.isPresent() || isSettled()
                ? CompletableFuture.completedFuture(found.isPresent() ? found : look.get())
                : settled().thenApply(settled -> look.get());
    }

    /** The last record. */
    public CompletableFuture<LedgerHead> head() {
        return settled().thenApply(settled -> follower.followed().head());
    }

    /** From {@code first} on, in their order, {@code limit} at most; those that are there now. */
    List<SealedEvent> records(Sequence first, int limit) {
        return follower.records(first, limit);
    }

    private boolean isSettled() {
        return !follower.isEmpty() && follower.followed().head().sequence().value() >= told.get();
    }

    private CompletableFuture<Void> settled() {
        return isSettled()
                ? CompletableFuture.completedFuture(null)
                : signal.reached(new Sequence(told.get()))
                        .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
