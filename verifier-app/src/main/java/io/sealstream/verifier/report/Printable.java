package io.sealstream.verifier.report;

/** Text of any origin as one line that a terminal can show: what stands in a ledger may have been written to deceive. */
public final class Printable {
    private Printable() {}

    /** Blanks become one blank; control characters, and those that turn the direction of writing, a question mark. */
    public static String of(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    }
}
