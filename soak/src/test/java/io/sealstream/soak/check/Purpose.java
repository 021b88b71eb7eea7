package io.sealstream.soak.check;

/** What a submitter meant by a submission, and so how it may be refused. */
public enum Purpose {
    /** A good event. It can still meet another one under its id, or itself. */
    PLAIN(""),
    /** A good event with a deadline, which may have passed. */
    BOUNDED("EXPIRED"),
    /** An event that breaks a rule of the format. */
    INVALID("INVALID"),
    /** An event with a signature that its key never made. */
    FORGED("SIGNATURE_INVALID");

    private final String refusal;

    Purpose(String refusal) {
        this.refusal = refusal;
    }

    boolean mayBeRefusedAs(String reason) {
        return refusal.equals(reason);
    }

    boolean mustNotBeSealed() {
        return this == INVALID || this == FORGED;
    }
}
