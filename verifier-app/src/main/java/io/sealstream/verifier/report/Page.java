package io.sealstream.verifier.report;

import io.sealstream.command.OneLine;
import java.util.List;

/** A page of text under construction: headings, bulleted lines, and labels with their values in a column. */
final class Page {
    private static final int LABEL_WIDTH = 14;

    private final StringBuilder text = new StringBuilder();

    Page line(String line) {
        text.append(OneLine.of(line)).append('\n');
        return this;
    }

    Page blank() {
        text.append('\n');
        return this;
    }

    Page field(String label, String value) {
        return indented(2, pad(label, LABEL_WIDTH) + "  ", value);
    }

    /** Nothing where there are no lines. */
    Page section(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            blank().line(heading);
            lines.forEach(line -> indented(2, "- ", line));
        }
        return this;
    }

    /** @param lead what stands before {@code value}, with blanks as they are */
    Page indented(int indent, String lead, String value) {
        text.repeat(' ', indent).append(lead).append(OneLine.of(value)).append('\n');
        return this;
    }

    static String pad(String value, int width) {
        return value + " ".repeat(Math.max(0, width - value.length()));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
