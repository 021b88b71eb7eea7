package io.sealstream.soak.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import io.sealstream.soak.check.Evidence.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the rejected topic has was refused for a cause, and each who was told of a refusal was told of one that is there. */
final class RefusedForCause implements Check {
    @Override
    public void check(Evidence evidence, Ledger ledger, Consumer<String> violated) {
        Cause cause = new Cause(ledger);
        requireCauses(evidence, cause, violated);
        requireRejections(evidence, cause, violated);
    }

    private static void requireCauses(Evidence evidence, Cause cause, Consumer<String> violated) {
        Map<String, List<Operation>> submitted = evidence.operations().stream().collect(groupingBy(Operation::eventId));
        for (Rejection rejection : evidence.rejected()) {
            List<Operation> submissions = submitted.getOrDefault(rejection.eventId(), List.of());
            if (submissions.stream().noneMatch(each -> cause.isThere(each, rejection))) {
                violated.accept(rejection.eventId() + ", at intake offset " + rejection.intakeOffset()
                        + ", was refused as " + rejection.reason() + " without cause");
            }
        }
    }

    /** One for each who was told. */
    private static void requireRejections(Evidence evidence, Cause cause, Consumer<String> violated) {
        Map<String, List<Rejection>> untold =
                evidence.rejected().stream().collect(groupingBy(Rejection::eventId, toCollection(ArrayList::new)));
        for (Operation operation : evidence.operations()) {
            List<Rejection> left = untold.getOrDefault(operation.eventId(), List.of());
            operation
                    .answer()
                    .refusal()
                    .filter(reason -> !takeOne(left, reason, operation, cause))
                    .ifPresent(reason -> violated.accept("submission " + operation.number() + " of "
                            + operation.eventId() + ", " + operation.purpose() + ", was told " + reason
                            + ", which the rejected topic does not have"));
        }
    }

    private static boolean takeOne(List<Rejection> left, String reason, Operation operation, Cause cause) {
        return left.stream()
                .filter(each -> each.reason().equals(reason) && cause.isThere(operation, each))
                .findFirst()
                .map(left::remove)
                .orElse(false);
    }
}
