package io.sealstream.soak.check;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Where A was answered before B was sent, A has the lower sequence. A scan by sequence with the highest place so far at
 * which one was sent: an answer before that place belongs to a record that stands too high.
 */
final class RealTimeOrder implements Check {
    private static final int UNSENT = -1;

    @Override
    public void check(Evidence evidence, Ledger ledger, Consumer<String> violated) {
        Map<Long, Integer> answered = new HashMap<>();
        Map<Long, Integer> sentAs = new HashMap<>();
        Map<EventIdentity, Integer> firstSent = new HashMap<>();
        for (Operation operation : evidence.operations()) {
            firstSent.merge(operation.identity(), operation.sentAt(), Math::min);
            switch (operation.answer()) {
                case Answer.Sealed(int at, long sequence, String hash) -> {
                    answered.merge(sequence, at, Math::min);
                    sentAs.put(sequence, operation.sentAt());
                }
                case Answer.Duplicate(int at, long original) -> answered.merge(original, at, Math::min);
                case Answer.Rejected rejected -> {}
                case Answer.Unknown unknown -> {}
            }
        }
        int lastSent = UNSENT;
        long lastSentSequence = UNSENT;
        for (SealedLine line : ledger.lines()) {
            int known = answered.getOrDefault(line.sequence(), Integer.MAX_VALUE);
            if (known < lastSent) {
                violated.accept("the event at sequence " + line.sequence() + " was answered (line " + known
                        + ") before the one at " + lastSentSequence + " was sent (line " + lastSent + ")");
            }
            int sent = sentAs.getOrDefault(line.sequence(), firstSent.getOrDefault(line.identity(), UNSENT));
            if (sent > lastSent) {
                lastSent = sent;
                lastSentSequence = line.sequence();
            }
        }
    }
}
