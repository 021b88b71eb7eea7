package io.sealstream.soak.mutant;

import io.sealstream.soak.check.Answer;
import io.sealstream.soak.check.Evidence.Rejection;
import io.sealstream.soak.check.Invariant;
import io.sealstream.soak.check.Operation;
import io.sealstream.soak.check.Purpose;
import java.util.List;

/** What submitters could be told wrongly, or not at all. */
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
                Mutant.alone("refused, and sealed", Invariant.REFUSED_NEVER, run -> {
                    Operation sealed = run.any(each -> each.answer() instanceof Answer.Sealed && isAlone(run, each));
                    run.replace(sealed, new Answer.Rejected(sealed.answer().at(), "EXPIRED"));
                }),
                Mutant.alone("refused without a cause", Invariant.REFUSED_NEVER, run -> {
                    Operation unknown = run.any(each -> each.answer() instanceof Answer.Unknown);
                    run.replace(unknown, new Answer.Rejected(unknown.answer().at(), "KEY_REVOKED"));
                }),
                Mutant.alone("sealed after its deadline", Invariant.REFUSED_NEVER, run -> {
                    Operation sealed = run.any(each -> each.answer() instanceof Answer.Sealed && isAlone(run, each));
                    run.operations.set(run.operations.indexOf(sealed), meant(sealed, Purpose.BOUNDED, 1));
                }),
                Mutant.alone("sealed, and of a kind that must not be", Invariant.REFUSED_NEVER, run -> {
                    Operation sealed = run.any(each -> each.answer() instanceof Answer.Sealed && isAlone(run, each));
                    run.operations.set(run.operations.indexOf(sealed), meant(sealed, Purpose.FORGED, 0));
                }),
                Mutant.alone("an outcome is lost", Invariant.ONE_OUTCOME_EACH, run -> {
                    run.rejected.remove(run.random.nextInt(run.rejected.size()));
                }),
                Mutant.alone("rejected twice", Invariant.ONE_OUTCOME_EACH, run -> {
                    run.rejected.add(run.rejected.get(run.random.nextInt(run.rejected.size())));
                }),
                Mutant.alone("sealed and rejected", Invariant.ONE_OUTCOME_EACH, run -> {
                    var sealed = run.sealed.getLast();
                    run.rejected.add(new Rejection(
                            sealed.intake().offset(), sealed.event().eventId().value(), "EXPIRED"));
                }),
                Mutant.alone("an outcome of nothing", Invariant.ONE_OUTCOME_EACH, run -> {
                    run.rejected.add(new Rejection(run.intake.size(), "nobody's", "EXPIRED"));
                }));
    }

    private static Answer elsewhere(Operation sealed, int sequence) {
        int other = sequence == GoodRun.sequence(sealed) ? sequence + 1 : sequence;
        return new Answer.Sealed(sealed.answer().at(), other, "0".repeat(64));
    }

    /** Whether nobody else submitted its event id. */
    private static boolean isAlone(GoodRun run, Operation operation) {
        return run.operations.stream()
                        .filter(each -> each.eventId().equals(operation.eventId()))
                        .count()
                == 1;
    }

    private static Operation meant(Operation operation, Purpose purpose, long deadlineMs) {
        return new Operation(
                operation.number(),
                operation.eventId(),
                operation.eventDigest(),
                purpose,
                deadlineMs,
                operation.sentAt(),
                operation.answer());
    }
}
