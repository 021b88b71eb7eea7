package io.sealstream.topology;

import io.sealstream.core.Sequence;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.SealerState;
import io.sealstream.follower.Followed;
import io.sealstream.follower.LedgerView;
import io.sealstream.topology.Degradation.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the state that sealing goes on from when a task starts, or why it must not. One object for as long as the process
 * lives: it remembers what earlier starts met.
 */
final class HeadStart {
    private final SealingSetup setup;
    private final LedgerView ledger;
    private final Adoption adoption;
    private final SecondLook secondLook = new SecondLook();

    HeadStart(SealingSetup setup) {
        this.setup = setup;
        this.ledger = setup.ledger();
        this.adoption = new Adoption(setup.adopted());
    }

    /** @param isAdopted whether the head is not in the store yet */
    record Begun(SealerState state, boolean isAdopted) {}

    /**
     * Waits until the follower is at the end of {@code L.sealed} and has folded up to the head.
     *
     * @throws SealingHaltedException where the head and the topics contradict each other
     * @throws StaleHeadException where they do so for the first time, and a hand-over can be the reason
     * @throws FollowerBehindException where the follower does not get there in time
     */
    Begun from(Optional<LedgerHead> stored) {
        Optional<LedgerHead> adopted = adoption.insteadOf(stored);
        SealerState state = state(adopted.or(() -> stored));
        secondLook.passed();
        return new Begun(state, adopted.isPresent());
    }

    private SealerState state(Optional<LedgerHead> known) {
        awaitEnd();
        setup.look().awaitRejectedSettled();
        LedgerHead head = known.orElseGet(this::newLedger);
        awaitSequence(head.sequence());
        Followed followed = ledger.followed();
        requireSame(head, followed.head());
        requireItsTopics(head, followed.named());
        requireIntake(head);
        return new SealerState(ledger.settings(), head, followed.keys(), followed.named(), setup.topics());
    }

    private LedgerHead newLedger() {
        awaitSequence(Sequence.GENESIS);
        LedgerHead followed = ledger.followed().head();
        if (followed.sequence().isGenesis() && setup.look().nothingRejected()) {
            return LedgerHead.atGenesis(followed.eventHash(), followed.sealedAtMs());
        }
        throw secondLook.at(
                null,
                Degradation.atSequence(
                        Reason.HEAD_LOST,
                        "the head store is empty, but " + setup.names().sealed() + " ends with sequence "
                                + followed.sequence() + " or " + setup.names().rejected()
                                + " holds outcomes: its changelog was lost; after a look at what happened to it, start"
                                + " once with --adopt-head",
                        followed.sequence(),
                        null));
    }

    /** An open transaction hides what others have committed behind its start, so nothing is decided while there is one. */
    private void awaitEnd() {
        long end = setup.look().sealedEnd();
        if (!isReached(() -> ledger.awaitPosition(end, setup.followerPatience()))) {
            throw behind("offset " + end + ", its end: it lags, or a transaction is open there");
        }
    }

    private void awaitSequence(Sequence sequence) {
        if (!isReached(() -> ledger.awaitSequence(sequence, setup.followerPatience()))) {
            requireNotCut(sequence);
            throw behind("sequence " + sequence);
        }
    }

    /** A wait for the follower, which says whether it got there. */
    private interface Wait {
        boolean reaches() throws InterruptedException;
    }

    private boolean isReached(Wait wait) {
        boolean reached;
        try {
            reached = wait.reaches();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FollowerBehindException("interrupted while waiting for the follower of "
                    + setup.names().sealed());
        }
        ledger.fault().ifPresent(fault -> {
            throw new SealingHaltedException(Degradation.of(fault));
        });
        return reached;
    }

    private FollowerBehindException behind(String where) {
        return new FollowerBehindException("the follower of " + setup.names().sealed() + " did not reach " + where
                + " within " + setup.followerPatience());
    }

    /**
     * The head and its record were committed together, so a follower that is past the end and has not met the record
     * shows that it is gone. It may have arrived since the wait was over, so where it is is asked last.
     */
    private void requireNotCut(Sequence sequence) {
        boolean isPastTheEnd = ledger.position() >= setup.look().sealedEnd();
        Sequence last = ledger.followed().head().sequence();
        if (isPastTheEnd && last.compareTo(sequence) < 0) {
            throw new SealingHaltedException(mismatch(
                    setup.names().sealed() + " ends with sequence " + last + ", but the head of the sealer is "
                            + sequence + ": its tail is gone",
                    last,
                    last.next()));
        }
    }

    private void requireSame(LedgerHead head, LedgerHead followed) {
        if (followed.sequence().compareTo(head.sequence()) > 0) {
            throw secondLook.at(
                    head,
                    mismatch(
                            setup.names().sealed() + " ends with sequence " + followed.sequence()
                                    + ", but the head of the sealer is " + head.sequence(),
                            head.sequence(),
                            head.sequence().next()));
        }
        if (!followed.eventHash().equals(head.eventHash())) {
            throw new SealingHaltedException(mismatch(
                    "sequence " + head.sequence() + " of " + setup.names().sealed() + " has the hash "
                            + followed.eventHash() + ", but the head of the sealer has " + head.eventHash(),
                    null,
                    head.sequence()));
        }
    }

    private static Degradation mismatch(String contradiction, @Nullable Sequence lastGood, Sequence firstBad) {
        return Degradation.atSequence(
                Reason.HEAD_MISMATCH,
                contradiction + "; verify the ledger, and find out who else writes to its topics",
                lastGood,
                firstBad);
    }

    /** Offsets of an earlier intake would have the records of this one skipped. */
    private void requireItsTopics(LedgerHead head, LedgerTopics named) {
        boolean asked = setup.adopted() != null;
        if (!asked && head.intakeOffset() >= 0 && !named.equals(setup.topics())) {
            throw new SealingHaltedException(Degradation.of(
                    Reason.HEAD_MISMATCH,
                    "the ledger names " + named + ", but it is in " + setup.topics() + ", and the head's intake offset "
                            + head.intakeOffset() + " may be of an earlier intake; after a look at what happened to the"
                            + " topics, start with --adopt-head until a sealstream.topic.replaced is sealed"));
        }
    }

    private void requireIntake(LedgerHead head) {
        setup.look().lostIntake(head).ifPresent(lost -> {
            throw secondLook.at(head, Degradation.at(Reason.INTAKE_LOST, lost, head.intakeOffset() + 1));
        });
    }
}
