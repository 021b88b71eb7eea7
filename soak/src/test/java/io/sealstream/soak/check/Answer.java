package io.sealstream.soak.check;

import java.util.Optional;

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

    /** The reason that the rejected topic has for it, where it is a refusal. */
    default Optional<String> refusal() {
        return switch (this) {
            case Rejected(int at, String reason) -> Optional.of(reason);
            case Duplicate duplicate -> Optional.of("DUPLICATE");
            case Sealed sealed -> Optional.empty();
            case Unknown unknown -> Optional.empty();
        };
    }

    /** Whether it leaves open, or says, that this submission was sealed. */
    default boolean mayBeSealed() {
        return this instanceof Sealed || this instanceof Unknown;
    }
}
