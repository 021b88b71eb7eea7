package io.sealstream.topology;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.follower.LedgerView;
import io.sealstream.topology.Degradation.Reason;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Looks, before anything is forwarded, whether {@code L.sealed} still is what this sealer wrote, by what the follower sees
 * there. One that does not follow sees nothing, so then nothing is forwarded either.
 */
final class LedgerGuard {
    /** So many events take some 50 MB, and seconds to fill: a follower that far behind does not follow. */
    static final int MAX_UNFOLLOWED = 200_000;

    /** A follower takes milliseconds; a leader that changes may take it seconds. */
    static final Duration MAX_STANDSTILL = Duration.ofSeconds(10);

    private final LedgerView ledger;
    private final ForwardedEvents forwarded;
    private final String sealedTopic;
    private final LongSupplier nanoTime;
    private final StandStill standStill = new StandStill();

    LedgerGuard(LedgerView ledger, ForwardedEvents forwarded, String sealedTopic) {
        this(ledger, forwarded, sealedTopic, System::nanoTime);
    }

    LedgerGuard(LedgerView ledger, ForwardedEvents forwarded, String sealedTopic, LongSupplier nanoTime) {
        this.ledger = ledger;
        this.forwarded = forwarded;
        this.sealedTopic = sealedTopic;
        this.nanoTime = nanoTime;
    }

    /**
     * @throws SealingHaltedException where the follower met a fault, or a record that was not forwarded here
     * @throws FollowerBehindException where the follower lags so far, or has stood still for so long, that it cannot be said
     *     to look
     */
    void check(LedgerHead head) {
        ledger.fault().ifPresent(fault -> {
            throw new SealingHaltedException(Degradation.of(fault));
        });
        LedgerHead followed = ledger.followed().head();
        if (followed.sequence().compareTo(head.sequence()) > 0) {
            throw foreign(followed, "this sealer's last is " + head.sequence());
        }
        Hash mine = forwarded.confirm(followed);
        if (mine != null) {
            throw foreign(followed, "this sealer wrote " + mine);
        }
        requireFollowing(followed.sequence(), head.sequence());
    }

    private void requireFollowing(Sequence followed, Sequence head) {
        boolean isBehind = forwarded.size() > 0;
        Duration still = standStill.of(followed, isBehind, nanoTime.getAsLong());
        if (still.compareTo(MAX_STANDSTILL) >= 0) {
            throw behind(followed, "has stood there for " + still.toSeconds() + " s", head);
        }
        if (forwarded.size() > MAX_UNFOLLOWED) {
            throw behind(followed, "does not keep up", head);
        }
    }

    private FollowerBehindException behind(Sequence followed, String what, Sequence head) {
        return new FollowerBehindException("the follower of " + sealedTopic + " is at sequence " + followed + " and "
                + what + ", and the sealer is at " + head + "; sealing waits for it");
    }

    private SealingHaltedException foreign(LedgerHead followed, String but) {
        return new SealingHaltedException(Degradation.atSequence(
                Reason.FOREIGN_RECORD,
                sealedTopic + " holds sequence " + followed.sequence() + " with the hash " + followed.eventHash()
                        + ", but " + but + "; find out who else writes to this topic",
                null,
                followed.sequence()));
    }
}
