package io.sealstream.soak.check;

import java.util.function.Consumer;

/** After each fault, sealing goes on within the bound. */
final class Progress implements Check {
    @Override
    public void check(Evidence evidence, Ledger ledger, Consumer<String> violated) {
        for (Evidence.Recovery recovery : evidence.recoveries()) {
            if (recovery.took().compareTo(evidence.bound()) > 0) {
                violated.accept("after " + recovery.fault() + " nothing was sealed for "
                        + recovery.took().toMillis() + " ms; allowed are "
                        + evidence.bound().toMillis());
            }
        }
    }
}
