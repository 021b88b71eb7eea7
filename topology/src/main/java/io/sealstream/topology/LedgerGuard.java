package io.sealstream.topology;

import io.sealstream.core.Hash;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.follower.LedgerView;
import io.sealstream.topology.Degradation.Reason;

/** Looks, before anything is forwarded, whether {@code L.sealed} still is what this sealer wrote. */
final class LedgerGuard {
    /** So many events take some 50 MB, and seconds to fill: a follower that far behind does not follow. */
    static final int MAX_UNFOLLOWED = 200_000;

    private final LedgerView ledger;
    private final ForwardedEvents forwarded;
    private final String sealedTopic;

    LedgerGuard(LedgerView ledger, ForwardedEvents forwarded, String sealedTopic) {
        this.ledger = ledger;
        this.forwarded = forwarded;
        this.sealedTopic = sealedTopic;
    }

    /**
     * @throws SealingHaltedException where the follower met a fault, or a record that was not forwarded here
     * @throws FollowerBehindException where the follower lags so far that it cannot be said to look
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
        if (forwarded.size() > MAX_UNFOLLOWED) {
            throw new FollowerBehindException("the follower of " + sealedTopic + " is at sequence "
                    + followed.sequence() + ", and the sealer at " + head.sequence() + "; sealing waits for it");
        }
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
