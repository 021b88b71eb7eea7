package io.sealstream.soak.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Each record of the intake was sealed or rejected, once, and nothing else was. */
final class OneOutcomeEach implements Check {
    @Override
    public void check(Evidence evidence, Ledger ledger, Consumer<String> violated) {
        Map<Long, String> intake = new HashMap<>();
        evidence.intake().forEach(record -> intake.put(record.offset(), record.eventId()));
        Set<Long> decided = new HashSet<>();
        ledger.lines().stream()
                .filter(line -> line.sequence() > 0)
                .forEach(line -> outcome(line.intakeOffset(), line.eventId(), intake, decided, violated));
        evidence.rejected().forEach(each -> outcome(each.intakeOffset(), each.eventId(), intake, decided, violated));
        evidence.intake().stream()
                .filter(record -> !decided.contains(record.offset()))
                .forEach(record -> violated.accept(
                        "the intake record at offset " + record.offset() + " has no outcome: " + record.eventId()));
    }

    private static void outcome(
            long offset, String eventId, Map<Long, String> intake, Set<Long> decided, Consumer<String> violated) {
        if (!eventId.equals(intake.get(offset))) {
            violated.accept("an outcome of " + eventId + " names the intake offset " + offset + ", where "
                    + intake.getOrDefault(offset, "nothing") + " is");
        }
        if (!decided.add(offset)) {
            violated.accept("the intake record at offset " + offset + " has another outcome, of " + eventId);
        }
    }
}
