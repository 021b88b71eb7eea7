package io.sealstream.verifier.export;

import java.io.IOException;
import java.io.PrintWriter;

/** Standard output. */
public final class StreamSink implements LineSink {
    /** To ask is to flush, so it is not done for every line. */
    private static final int LINES_BETWEEN_CHECKS = 1_000;

    private final PrintWriter out;
    private long lines;

    public StreamSink(PrintWriter out) {
        this.out = out;
    }

    @Override
    public long linesBefore() {
        return 0;
    }

    @Override
    public String lastLineBefore() {
        return "";
    }

    @Override
    public void append(String line) throws IOException {
        out.append(line).append('\n');
        if (++lines % LINES_BETWEEN_CHECKS == 0) {
            check();
        }
    }

    @Override
    public void finish() throws IOException {
        check();
    }

    private void check() throws IOException {
        if (out.checkError()) {
            throw new IOException("standard output was closed before all was written");
        }
    }

    @Override
    public String name() {
        return "standard output";
    }

    @Override
    public void close() {}
}
