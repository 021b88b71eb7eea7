package io.sealstream.soak.mutant;

import io.sealstream.soak.check.Answer;
import io.sealstream.soak.check.Invariant;
import io.sealstream.soak.check.Operation;
import io.sealstream.soak.check.Purpose;
import java.util.List;

/** What submitters could be told wrongly of events that are sealed. */
final class AnswerMutants {
    private AnswerMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of("acknowledged at another sequence", Invariant.ACKNOWLEDGED_ONCE, run -> {
                    Operation sealed = run.anySealed();
                    run.replace(sealed, elsewhere(sealed, 1 + run.random.nextInt(run.sealed.size())));
                }),
                Mutant.of("a duplicate of another event", Invariant.ACKNOWLEDGED_ONCE, run -> {
                    Operation duplicate = run.any(each -> each.answer() instanceof Answer.Duplicate);
                    run.replace(
                            duplicate, new Answer.Duplicate(duplicate.answer().at(), 0));
                }),
                Mutant.alone("acknowledged with another hash", Invariant.ACKNOWLEDGED_ONCE, run -> {
                    Operation sealed = run.anySealed();
                    run.replace(
                            sealed, new Answer.Sealed(sealed.answer().at(), GoodRun.sequence(sealed), "0".repeat(64)));
                }),
                Mutant.alone("sealed after its deadline", Invariant.REFUSED_NEVER, run -> {
                    Operation sealed = run.any(each -> each.answer() instanceof Answer.Sealed && run.isAlone(each));
                    run.mean(sealed, Purpose.BOUNDED, 1);
                }),
                Mutant.alone("sealed, and of a kind that must not be", Invariant.REFUSED_NEVER, run -> {
                    Operation sealed = run.any(each -> each.answer() instanceof Answer.Sealed && run.isAlone(each));
                    run.mean(sealed, Purpose.FORGED, 0);
                }));
    }

    private static Answer elsewhere(Operation sealed, int sequence) {
        int other = sequence == GoodRun.sequence(sealed) ? sequence + 1 : sequence;
        return new Answer.Sealed(sealed.answer().at(), other, "0".repeat(64));
    }
}
