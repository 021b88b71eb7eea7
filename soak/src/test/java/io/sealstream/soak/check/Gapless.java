package io.sealstream.soak.check;

import java.util.function.Consumer;

/** The sealed topic has each sequence once, in order, under its key, with a value. */
final class Gapless implements Check {
    @Override
    public void check(Evidence evidence, Ledger ledger, Consumer<String> violated) {
        long expected = 0;
        for (Evidence.TopicRecord record : evidence.sealed()) {
            if (record.key() != expected) {
                violated.accept("the key " + record.key() + " stands where " + expected + " should");
            }
            if (record.line() == null) {
                violated.accept("a tombstone at sequence " + record.key());
            }
            expected = record.key() + 1;
        }
        long sequence = 0;
        for (SealedLine line : ledger.lines()) {
            if (line.sequence() != sequence) {
                violated.accept("sequence " + line.sequence() + " stands where " + sequence + " should");
            }
            sequence = line.sequence() + 1;
        }
    }
}
