package io.sealstream.command;

/** Text of any origin, a hostile record too, as one line that a terminal can show. */
public final class OneLine {
    private OneLine() {}

    /**
     * Breaks and runs of blanks become one blank. Other control and format characters, which can rewrite a screen or turn
     * text around, and Unicode's separators of lines become a question mark each.
     */
    public static String of(String text) {
        return text.strip().replaceAll("\\s+", " ").replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }
}
