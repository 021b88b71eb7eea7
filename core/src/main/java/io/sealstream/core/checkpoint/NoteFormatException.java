package io.sealstream.core.checkpoint;

import java.util.Objects;

/** Text that is not the note, checkpoint or key it should be; the message names the rule and what broke it. */
public final class NoteFormatException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private static final int MAX_QUOTED = 80;

    NoteFormatException(String message) {
        super(message);
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }

    /** Someone else's text in a message: not longer than a line, and harmless on a terminal. */
    static String quoted(String text) {
        String shown = text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + '…';
        return '"' + shown.replaceAll("[\\p{Cc}\\p{Cf}]", "\uFFFD") + '"';
    }
}
