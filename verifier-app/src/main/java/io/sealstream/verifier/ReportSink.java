package io.sealstream.verifier;

import io.sealstream.command.OneLine;
import io.sealstream.command.files.NewFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a report goes: to standard output at once, and to a file that gets into its place when it is complete. A file that
 * fails does not keep the report from standard output. Safe to share between threads.
 */
final class ReportSink implements AutoCloseable {
    private final PrintWriter out;
    private final PrintWriter err;
    private final @Nullable Path place;
    private @Nullable NewFile file;
    private @Nullable IOException lost;

    /**
     * @param err is told of a leftover that cannot be removed
     * @param place of the file, or null where none is wanted
     */
    ReportSink(PrintWriter out, PrintWriter err, @Nullable Path place) {
        this.out = out;
        this.err = err;
        this.place = place;
    }

    void append(String text) {
        append(text, text);
    }

    /** @param shown on standard output, where it may have colours that {@code text} has not */
    synchronized void append(String shown, String text) {
        out.print(shown);
        out.flush();
        if (place != null && lost == null) {
            try {
                file = file == null ? NewFile.at(place) : file;
                file.append(text);
            } catch (IOException e) {
                lost = e;
            }
        }
    }

    /** @return why the file is not in its place, where one was wanted */
    synchronized Optional<IOException> complete() {
        if (file != null && lost == null) {
            try {
                file.complete();
            } catch (IOException e) {
                lost = e;
            }
        }
        return Optional.ofNullable(lost);
    }

    /** Throws nothing: what was delivered stands. */
    @Override
    public synchronized void close() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            err.println(
                    "what was written beside --report=" + place + " could not be removed: " + OneLine.of(e.toString()));
        }
    }
}
