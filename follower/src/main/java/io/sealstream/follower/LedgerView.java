package io.sealstream.follower;

import io.sealstream.core.Sequence;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.EventIndex;
import io.sealstream.core.seal.LedgerSettings;
import java.time.Duration;
import java.util.Optional;

/** What is committed in {@code L.sealed}, checked and folded: all that the sealer knows besides its own head. */
public interface LedgerView extends EventIndex {
    /** Where {@code eventId} was sealed; of committed records alone, which may lag behind what the sealer has written. */
    @Override
    Optional<Entry> find(EventId eventId);

    /**
     * Tells that {@code event} was written to {@code L.sealed}, so that it need not be decoded when it comes back. Whether
     * it was committed shows when it does.
     *
     * @param value the record's; nobody may change it
     */
    void written(SealedEvent event, byte[] value);

    /**
     * What the genesis fixed.
     *
     * @throws IllegalStateException before the genesis was followed
     */
    LedgerSettings settings();

    /**
     * The state behind the last record that was written to the index: whatever it covers, {@link #find} finds.
     *
     * @throws IllegalStateException before the genesis was followed
     */
    Followed followed();

    /** Why nothing more may be sealed; once there, it stays. */
    Optional<FollowerFault> fault();

    /** The offset of {@code L.sealed} that is to be read next: whatever is committed before it was followed. */
    long position();

    /**
     * Waits until {@link #position} is at {@code offset} or beyond; an open transaction can hold it back.
     *
     * @return false where it is not after {@code timeout}, or a fault was met before
     */
    boolean awaitPosition(long offset, Duration timeout) throws InterruptedException;

    /**
     * Waits until {@link #followed} is at {@code sequence} or beyond.
     *
     * @return false where it is not after {@code timeout}, or a fault was met before
     */
    boolean awaitSequence(Sequence sequence, Duration timeout) throws InterruptedException;
}
