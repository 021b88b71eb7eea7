package io.sealstream.soak.mutant;

import io.sealstream.soak.check.Evidence;
import io.sealstream.soak.check.Invariant;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Something that must not happen to a run.
 *
 * @param breaks the invariant that finds it
 * @param alone whether no other one does: all else was made to fit
 */
record Mutant(String name, Invariant breaks, boolean alone, Function<GoodRun, Evidence> change) {
    static Mutant of(String name, Invariant breaks, Consumer<GoodRun> change) {
        return new Mutant(name, breaks, false, evidenceAfter(change));
    }

    static Mutant alone(String name, Invariant breaks, Consumer<GoodRun> change) {
        return new Mutant(name, breaks, true, evidenceAfter(change));
    }

    private static Function<GoodRun, Evidence> evidenceAfter(Consumer<GoodRun> change) {
        return run -> {
            change.accept(run);
            return run.evidence();
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
