package io.sealstream.sealer;

import io.sealstream.topology.Degradation;
import io.sealstream.topology.Degradation.Reason;
import io.sealstream.topology.FollowerBehindException;
import io.sealstream.topology.SealingHaltedException;
import io.sealstream.topology.StaleHeadException;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.streams.errors.TaskMigratedException;

/** Why a Streams client ended. */
sealed interface RunEnd {
    /** The operator stopped it. */
    record Stopped() implements RunEnd {}

    /** It refuses to go on. */
    record Halted(Degradation degradation) implements RunEnd {}

    /** Nothing is wrong with the ledger: it is started anew. */
    sealed interface Passing extends RunEnd {
        /** For people. */
        String what();
    }

    /** It could not go on, and comes back in its place. */
    record Outage(String what) implements Passing {
        @Override
        public boolean leavesGroup() {
            return false;
        }
    }

    /** Its own follower does not follow; that of a standby may. */
    record FollowerBehind(String what) implements Passing {}

    /** Somebody joined in its name: it can be a join of its own, of a client that is gone, which a broker handled late. */
    record PutOut(String what) implements Passing {
        @Override
        public boolean leavesGroup() {
            return false;
        }

        /** What it is where it happens again. */
        Halted forGood() {
            return new Halted(Degradation.of(
                    Reason.UNFORESEEN,
                    what + "; give each sealer an instance.id of its own, or a state directory that is no copy, then"
                            + " start this one again"));
        }
    }

    /** Whether a standby is to have the intake at once. Whoever comes back in a moment keeps it, without a rebalance. */
    default boolean leavesGroup() {
        return true;
    }

    /** What {@code thrown}, which ended the client, means: the first of its causes that says something decides. */
    static RunEnd of(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            switch (e) {
                case SealingHaltedException halted -> {
                    return of(halted.degradation());
                }
                case InvalidOffsetException lost -> {
                    return new Halted(Degradation.of(
                            Reason.INTAKE_LOST,
                            "the intake does not have the offset where sealing goes on (" + lost.getMessage()
                                    + "); events may have been lost: start the sealer again, which tells what is gone"
                                    + " and what helps"));
                }
                case FollowerBehindException behind -> {
                    return new FollowerBehind(String.valueOf(behind.getMessage()));
                }
                case StaleHeadException stale -> {
                    return new Outage(String.valueOf(stale.getMessage()));
                }
                case RetriableException outage -> {
                    return new Outage("Kafka: " + outage.getMessage());
                }
                case FencedInstanceIdException taken -> {
                    return new PutOut("another sealer has joined the group with the instance id of this one ("
                            + taken.getMessage() + ") and took its place");
                }
                case ApplicationRecoverableException fenced -> {
                    return new Outage("another sealer took over: " + fenced.getMessage());
                }
                // The brokers ended its transaction, as they do where a sealer was paused for longer than the time-out.
                case InvalidTxnStateException ended -> {
                    return new Outage("the transaction was ended by the brokers: " + ended.getMessage());
                }
                case TransactionAbortableException ended -> {
                    return new Outage("the transaction was ended by the brokers: " + ended.getMessage());
                }
                case TaskMigratedException migrated -> {
                    return new Outage("another sealer took over: " + migrated.getMessage());
                }
                default -> {}
            }
        }
        return unforeseen(thrown);
    }

    /**
     * A record that this sealer did not write can be one of another sealer, which took over while this one was paused.
     * The next start tells: it compares {@code L.sealed} with the head that was committed, whoever committed it.
     */
    private static RunEnd of(Degradation degradation) {
        return degradation.reason() == Reason.FOREIGN_RECORD
                ? new Outage(degradation.detail())
                : new Halted(degradation);
    }

    private static RunEnd unforeseen(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new Halted(Degradation.of(
                Reason.UNFORESEEN,
                root
                        + "; the log has the whole stack trace. A permission or a topic may be missing; when that is mended,"
                        + " start the sealer again"));
    }
}
