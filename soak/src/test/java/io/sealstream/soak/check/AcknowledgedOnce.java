package io.sealstream.soak.check;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Each acknowledged submission is in the ledger once, at the sequence and with the hash that were acknowledged. */
final class AcknowledgedOnce implements Check {
    @Override
    public void check(Evidence evidence, Ledger ledger, Consumer<String> violated) {
        Map<Long, Integer> sealedBy = new HashMap<>();
        for (Operation operation : evidence.operations()) {
            switch (operation.answer()) {
                case Answer.Sealed sealed -> {
                    Integer other = sealedBy.put(sealed.sequence(), operation.number());
                    if (other != null) {
                        violated.accept("submissions " + other + " and " + operation.number()
                                + " were both told to be sealed at sequence " + sealed.sequence());
                    }
                    requireThere(ledger, operation, sealed.sequence(), sealed.eventHash(), violated);
                }
                case Answer.Duplicate(int at, long original) ->
                    requireThere(ledger, operation, original, null, violated);
                case Answer.Rejected rejected -> {}
                case Answer.Unknown unknown -> {}
            }
        }
    }

    private static void requireThere(
            Ledger ledger, Operation operation, long sequence, @Nullable String eventHash, Consumer<String> violated) {
        String told = "submission " + operation.number() + " of " + operation.eventId() + " was told sequence "
                + sequence + ", where ";
        ledger.at(sequence)
                .ifPresentOrElse(
                        line -> {
                            if (!line.identity().equals(operation.identity())) {
                                violated.accept(told + "another event is: " + line.eventId());
                            } else if (eventHash != null && !eventHash.equals(line.eventHash())) {
                                violated.accept(told + "the event hash is another one: " + line.eventHash());
                            }
                        },
                        () -> violated.accept(told + "nothing is"));
        if (ledger.of(operation.eventId()).size() > 1) {
            violated.accept(told + "it is, and at another sequence too");
        }
    }
}
