package io.sealstream.soak.check;

/** What holds after every run, whatever was done to it. */
public enum Invariant {
    ACKNOWLEDGED_ONCE(1, "what was acknowledged is there once, at its sequence"),
    REFUSED_NEVER(2, "what was refused is never there and had cause to be, what is unknown is there at most once"),
    GAPLESS(3, "sequences and keys without gap, repetition or tombstone"),
    REAL_TIME_ORDER(4, "what was answered before another was sent has the lower sequence"),
    CHAIN_AND_TREE(5, "chain and tree are what the bytes hash to"),
    SAME_EVERYWHERE(6, "topic, export file and verifier agree"),
    ONE_OUTCOME_EACH(7, "every intake record has one outcome"),
    PROGRESS(8, "sealing goes on within its bound");

    private final int number;
    private final String says;

    Invariant(int number, String says) {
        this.number = number;
        this.says = says;
    }

    int number() {
        return number;
    }

    String says() {
        return says;
    }
}
