package io.sealstream.verifier.doctor;

/** How a check ended. */
public enum Status {
    OK("green"),
    /** It works, and something is not as it should be. */
    WARN("yellow"),
    /** Something does not work, or the ledger is in danger. */
    FAIL("bold,red"),
    /** Nobody looked; the detail says why. */
    SKIP("faint");

    private final String style;

    Status(String style) {
        this.style = style;
    }

    /** As picocli writes styles. */
    String style() {
        return style;
    }
}
