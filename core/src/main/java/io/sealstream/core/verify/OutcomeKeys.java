package io.sealstream.core.verify;

import io.sealstream.core.Bytes;

/** Which offset of the intake has an outcome, and of which key. Of several outcomes, the keys do not matter any more. */
final class OutcomeKeys {
    private static final long NOTHING = 0;
    /** Is no print: those have their highest bit set. */
    private static final long SEVERAL = 1;

    private final IntakeOutcomes words;

    OutcomeKeys(IntakeOutcomes words) {
        this.words = words;
    }

    /** What an intake record has. */
    enum Found {
        NONE,
        ONE,
        ONE_OF_ANOTHER_KEY,
        SEVERAL,
        /** Nobody knows: there was no room to keep it. */
        NOT_KEPT
    }

    void add(long offset, KeyPrint key) {
        words.put(offset, words.find(offset) == NOTHING ? key.bits() : SEVERAL);
    }

    /** @param key of the intake record at {@code offset} */
    Found find(long offset, Bytes key) {
        if (!words.keeps(offset)) {
            return Found.NOT_KEPT;
        }
        long word = words.find(offset);
        if (word == NOTHING || word == SEVERAL) {
            return word == NOTHING ? Found.NONE : Found.SEVERAL;
        }
        return new KeyPrint(word).isOf(key) ? Found.ONE : Found.ONE_OF_ANOTHER_KEY;
    }
}
