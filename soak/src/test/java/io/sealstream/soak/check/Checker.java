package io.sealstream.soak.check;

import java.util.ArrayList;
import java.util.List;

/** Checks a run against each {@link Invariant}. */
public final class Checker {
    private Checker() {}

    /** Empty where all hold. */
    public static List<Violation> check(Evidence evidence) {
        Ledger ledger = new Ledger(evidence);
        List<Violation> violations = new ArrayList<>();
        for (Invariant invariant : Invariant.values()) {
            of(invariant).check(evidence, ledger, what -> violations.add(new Violation(invariant, what)));
        }
        return violations;
    }

    private static Check of(Invariant invariant) {
        return switch (invariant) {
            case ACKNOWLEDGED_ONCE -> new AcknowledgedOnce();
            case REFUSED_NEVER -> new RefusedNever().and(new RefusedForCause());
            case GAPLESS -> new Gapless();
            case REAL_TIME_ORDER -> new RealTimeOrder();
            case CHAIN_AND_TREE -> new ChainAndTree();
            case SAME_EVERYWHERE -> new SameEverywhere();
            case ONE_OUTCOME_EACH -> new OneOutcomeEach();
            case PROGRESS -> new Progress();
        };
    }
}
