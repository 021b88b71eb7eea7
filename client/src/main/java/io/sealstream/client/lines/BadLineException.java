package io.sealstream.client.lines;

/** A line is no event. The message is one line that names the field and says what is wrong. */
public final class BadLineException extends Exception {
    private static final long serialVersionUID = 1L;

    public BadLineException(String message) {
        super(message);
    }
}
