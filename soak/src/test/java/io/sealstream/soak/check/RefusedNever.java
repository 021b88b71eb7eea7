package io.sealstream.soak.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Only what was submitted, could be sealed and was not refused is in the ledger. */
final class RefusedNever implements Check {
    @Override
    public void check(Evidence evidence, Ledger ledger, Consumer<String> violated) {
        Map<EventIdentity, List<Operation>> submitted =
                evidence.operations().stream().collect(Collectors.groupingBy(Operation::identity));
        Map<String, Integer> seen = new HashMap<>();
        for (SealedLine line : ledger.lines()) {
            if (line.sequence() >= evidence.preparation()) {
                judge(line, submitted.getOrDefault(line.identity(), List.of()), violated);
                if (seen.merge(line.eventId(), 1, Integer::sum) == 2) {
                    violated.accept(line.eventId() + " was sealed again at sequence " + line.sequence());
                }
            }
        }
    }

    private static void judge(SealedLine line, List<Operation> submissions, Consumer<String> violated) {
        String what = line.eventId() + " is sealed at sequence " + line.sequence();
        if (submissions.isEmpty()) {
            violated.accept(what + ", and nobody submitted it");
        } else if (submissions.stream().noneMatch(each -> each.answer().mayBeSealed())) {
            violated.accept(what + ", and each submission of it was refused");
        } else if (submissions.stream().allMatch(each -> each.purpose().mustNotBeSealed())) {
            violated.accept(what + ", and must not be");
        } else if (submissions.stream().noneMatch(each -> isInTime(line, each))) {
            violated.accept(what + ", after the deadline of each submission that may have been it");
        }
    }

    private static boolean isInTime(SealedLine line, Operation operation) {
        return operation.answer().mayBeSealed()
                && (operation.deadlineMs() == 0 || line.sealedAt() <= operation.deadlineMs());
    }
}
