package io.sealstream.soak.check;

import io.sealstream.soak.check.Evidence.Rejection;
import java.util.stream.Stream;

/** Whether a submission could be refused as the rejected topic has it, by "Outcomes" in docs/operations.md. */
record Cause(Ledger ledger) {
    boolean isThere(Operation operation, Rejection rejection) {
        return switch (rejection.reason()) {
            case "DUPLICATE" -> sealedBefore(rejection).anyMatch(operation.identity()::equals);
            case "EVENT_ID_CONFLICT" -> !sealedBefore(rejection).allMatch(operation.identity()::equals);
            case "EXPIRED" ->
                operation.purpose().mayBeRefusedAs("EXPIRED") && operation.deadlineMs() < decidedAt(rejection);
            default -> operation.purpose().mayBeRefusedAs(rejection.reason());
        };
    }

    private Stream<EventIdentity> sealedBefore(Rejection rejection) {
        return ledger.of(rejection.eventId()).stream()
                .filter(line -> line.intakeOffset() < rejection.intakeOffset())
                .map(SealedLine::identity);
    }

    /** The ledger's time never falls, so it can be ahead of the sealer's clock, which the rejection has. */
    private long decidedAt(Rejection rejection) {
        return Math.max(rejection.rejectedAtMs(), ledger.sealedAtBefore(rejection.intakeOffset()));
    }
}
