package io.sealstream.soak.check;

import java.util.function.Consumer;

/** Decides one invariant. */
interface Check {
    /** @param violated is told of each violation */
    void check(Evidence evidence, Ledger ledger, Consumer<String> violated);

    default Check and(Check other) {
        return (evidence, ledger, violated) -> {
            check(evidence, ledger, violated);
            other.check(evidence, ledger, violated);
        };
    }
}
