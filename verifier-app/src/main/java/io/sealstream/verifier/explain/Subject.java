package io.sealstream.verifier.explain;

/** What a word that is explained can be. Some words are several: what rejects an event is a fault where it was sealed. */
public enum Subject {
    VERDICT("verdict"),
    FAULT("fault"),
    FINDING("finding"),
    REJECTION("rejection"),
    DEGRADED("DEGRADED reason");

    private final String word;

    Subject(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
