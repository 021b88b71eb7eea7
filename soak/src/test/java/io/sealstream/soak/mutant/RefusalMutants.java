package io.sealstream.soak.mutant;

import io.sealstream.soak.check.Answer;
import io.sealstream.soak.check.Evidence.Rejection;
import io.sealstream.soak.check.Evidence.Submitted;
import io.sealstream.soak.check.Invariant;
import io.sealstream.soak.check.Operation;
import java.util.List;

/** What a sealer could refuse wrongly, or could be told wrongly of it, or not at all. */
final class RefusalMutants {
    private static final long BEFORE_ALL = -1;

    private RefusalMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.alone("refused, and sealed", Invariant.REFUSED_NEVER, run -> {
                    Operation sealed = run.any(each -> each.answer() instanceof Answer.Sealed && run.isAlone(each));
                    run.replace(sealed, new Answer.Rejected(sealed.answer().at(), "EXPIRED"));
                }),
                Mutant.alone("refused without a cause", Invariant.REFUSED_NEVER, run -> {
                    Operation unknown = run.any(each -> each.answer() instanceof Answer.Unknown);
                    run.replace(unknown, new Answer.Rejected(unknown.answer().at(), "KEY_REVOKED"));
                }),
                Mutant.alone("expired before its deadline", Invariant.REFUSED_NEVER, run -> {
                    expireEarly(run, run.any(each -> isTold(each, "EXPIRED")));
                }),
                Mutant.alone("expired before its deadline, and nobody was told", Invariant.REFUSED_NEVER, run -> {
                    Operation expired = run.any(each -> isTold(each, "EXPIRED"));
                    expireEarly(run, expired);
                    run.operations.replaceAll(each -> each.eventId().equals(expired.eventId()) ? untold(each) : each);
                }),
                Mutant.alone("a duplicate before its original", Invariant.REFUSED_NEVER, run -> {
                    Operation sealed = run.anySealed();
                    run.intake.add(new Submitted(BEFORE_ALL, sealed.eventId()));
                    run.rejected.add(new Rejection(BEFORE_ALL, sealed.eventId(), "DUPLICATE", 0));
                }),
                Mutant.alone("an event in conflict with itself", Invariant.REFUSED_NEVER, run -> {
                    Operation duplicate = run.any(each -> isTold(each, "DUPLICATE") && isTheOnlyOne(run, each));
                    rejectAs(run, duplicate, "EVENT_ID_CONFLICT");
                    run.operations.replaceAll(
                            each -> each.eventId().equals(duplicate.eventId()) ? inConflict(each) : each);
                }),
                Mutant.alone(
                        "told to be a conflict, in the rejected topic a duplicate", Invariant.REFUSED_NEVER, run -> {
                            rejectAs(run, run.any(each -> isTold(each, "EVENT_ID_CONFLICT")), "DUPLICATE");
                        }),
                Mutant.alone(
                        "told to be a duplicate, in the rejected topic a conflict", Invariant.REFUSED_NEVER, run -> {
                            rejectAs(run, run.any(each -> isTold(each, "DUPLICATE")), "EVENT_ID_CONFLICT");
                        }),
                Mutant.alone("told to be refused, and never decided", Invariant.REFUSED_NEVER, run -> {
                    Operation refused = run.any(each -> each.answer().refusal().isPresent());
                    for (Rejection each : rejections(run, refused)) {
                        run.rejected.remove(each);
                        run.intake.removeIf(record -> record.offset() == each.intakeOffset());
                    }
                }),
                Mutant.alone("more are told of a refusal than there are", Invariant.REFUSED_NEVER, run -> {
                    Operation refused = run.any(each -> each.answer().refusal().isPresent());
                    rejections(run, refused).forEach(each -> run.operations.add(refused));
                }),
                Mutant.alone("an outcome is lost", Invariant.ONE_OUTCOME_EACH, run -> {
                    Rejection lost = run.anyRejection();
                    run.rejected.remove(lost);
                    run.operations.replaceAll(each -> isOf(each, lost) ? untold(each) : each);
                }),
                Mutant.alone("rejected twice", Invariant.ONE_OUTCOME_EACH, run -> {
                    run.rejected.add(run.anyRejection());
                }),
                Mutant.alone("sealed and rejected", Invariant.ONE_OUTCOME_EACH, run -> {
                    Operation bounded =
                            run.any(each -> each.answer() instanceof Answer.Sealed && each.deadlineMs() != 0);
                    long offset =
                            run.sealed.get(GoodRun.sequence(bounded)).intake().offset();
                    run.rejected.add(new Rejection(offset, bounded.eventId(), "EXPIRED", bounded.deadlineMs() + 1));
                }),
                Mutant.alone("an outcome of nothing", Invariant.ONE_OUTCOME_EACH, run -> {
                    Rejection good = run.anyRejection();
                    run.rejected.add(
                            new Rejection(run.intake.size(), good.eventId(), good.reason(), good.rejectedAtMs()));
                }));
    }

    private static boolean isTold(Operation operation, String reason) {
        return operation.answer().refusal().filter(reason::equals).isPresent();
    }

    private static boolean isOf(Operation operation, Rejection rejection) {
        return operation.eventId().equals(rejection.eventId()) && isTold(operation, rejection.reason());
    }

    /** Whether nobody submitted another event under its id. */
    private static boolean isTheOnlyOne(GoodRun run, Operation operation) {
        return run.operations.stream()
                .filter(each -> each.eventId().equals(operation.eventId()))
                .allMatch(each -> each.eventDigest().equals(operation.eventDigest()));
    }

    private static Operation inConflict(Operation operation) {
        return isTold(operation, "DUPLICATE")
                ? operation.answered(new Answer.Rejected(operation.answer().at(), "EVENT_ID_CONFLICT"))
                : operation;
    }

    private static Operation untold(Operation operation) {
        return operation.answered(new Answer.Unknown(operation.answer().at()));
    }

    /** Those that {@code refused} can have been told of. */
    private static List<Rejection> rejections(GoodRun run, Operation refused) {
        return run.rejected.stream().filter(each -> isOf(refused, each)).toList();
    }

    /** The event could be sealed until the very moment of its last rejection. */
    private static void expireEarly(GoodRun run, Operation expired) {
        long deadlineMs = rejections(run, expired).stream()
                .mapToLong(Rejection::rejectedAtMs)
                .max()
                .orElseThrow();
        List<Operation> submissions = run.operations.stream()
                .filter(each -> each.eventId().equals(expired.eventId()))
                .toList();
        submissions.forEach(each -> run.mean(each, each.purpose(), deadlineMs));
    }

    private static void rejectAs(GoodRun run, Operation refused, String other) {
        run.rejected.replaceAll(each -> isOf(refused, each)
                ? new Rejection(each.intakeOffset(), each.eventId(), other, each.rejectedAtMs())
                : each);
    }
}
