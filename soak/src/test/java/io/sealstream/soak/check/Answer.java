package io.sealstream.soak.check;

/** What a submitter was told. {@code at} is the answer's place in the history. */
public sealed interface Answer {
    int at();

    record Sealed(int at, long sequence, String eventHash) implements Answer {}

    record Duplicate(int at, long original) implements Answer {}

    record Rejected(int at, String reason) implements Answer {}

    /** Nobody could say; also where the history ends without an answer. */
    record Unknown(int at) implements Answer {
        static final Unknown NEVER = new Unknown(Integer.MAX_VALUE);
    }

    /** Whether it leaves open, or says, that this submission was sealed. */
    default boolean mayBeSealed() {
        return this instanceof Sealed || this instanceof Unknown;
    }
}
