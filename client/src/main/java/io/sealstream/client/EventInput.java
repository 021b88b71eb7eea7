package io.sealstream.client;

import io.sealstream.client.lines.BadLineException;
import io.sealstream.client.lines.EventLines;
import io.sealstream.client.lines.EventParser;
import io.sealstream.command.CommandFailure;
import io.sealstream.command.OneLine;
import io.sealstream.command.Progress;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where {@code submit} takes its events from: a file, or standard input. */
final class EventInput {
    private static final String STANDARD_INPUT = "-";

    /** More of a file's bad lines are counted, not shown. */
    private static final int SHOWN = 10;

    private final String argument;

    EventInput(String argument) {
        this.argument = argument;
    }

    /** For messages. */
    String name() {
        return argument.equals(STANDARD_INPUT) ? "standard input" : argument;
    }

    /**
     * Reads all of a regular file, so that nothing of it is sent where a line is bad. A stream can't be read twice.
     *
     * @param err gets a line for each bad line
     * @return how many events there are, or {@link Progress#UNKNOWN}
     */
    long check(EventParser parser, PrintWriter err) throws IOException {
        if (isStream()) {
            return Progress.UNKNOWN;
        }
        long good = 0;
        long bad = 0;
        try (EventLines lines = open(parser)) {
            for (boolean more = true; more; ) {
                try {
                    more = lines.next().isPresent();
                    good += more ? 1 : 0;
                } catch (BadLineException e) {
                    if (++bad <= SHOWN) {
                        err.println(OneLine.of(at(lines.number()) + ": " + e.getMessage()));
                    }
                }
            }
        }
        if (bad > 0) {
            throw CommandFailure.usage("--events " + argument + " has bad lines, " + bad + "; nothing was sent");
        }
        return good;
    }

    private boolean isStream() {
        if (argument.equals(STANDARD_INPUT)) {
            return true;
        }
        Path file = Path.of(argument);
        if (Files.isDirectory(file) || !Files.isReadable(file)) {
            throw CommandFailure.usage("--events " + argument + " is no file that can be read; check the path");
        }
        return !Files.isRegularFile(file);
    }

    EventLines open(EventParser parser) throws IOException {
        return new EventLines(stream(), parser);
    }

    String at(long line) {
        return name() + ":" + line;
    }

    private InputStream stream() throws IOException {
        return argument.equals(STANDARD_INPUT) ? new LeftOpen(System.in) : Files.newInputStream(Path.of(argument));
    }

    /** Standard input is not ours to close. */
    private static final class LeftOpen extends FilterInputStream {
        LeftOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}
