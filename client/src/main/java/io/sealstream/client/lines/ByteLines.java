package io.sealstream.client.lines;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a stream as bytes, without the line feed; a last line may lack it. */
final class ByteLines implements Closeable {
    /** Far beyond any event that a ledger takes: a file that is no JSON Lines must not fill the memory. */
    static final int MAX_BYTES = 16 << 20;

    private final InputStream stream;
    private final byte[] buffer = new byte[64 << 10];
    private int position;
    private int limit;

    ByteLines(InputStream stream) {
        this.stream = stream;
    }

    /** The next line, or empty at the end. */
    Optional<byte[]> next() throws IOException, BadLineException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (fill()) {
            int end = position;
            while (end < limit && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, position, end - position);
            boolean ended = end < limit;
            position = ended ? end + 1 : end;
            if (ended) {
                return Optional.of(line.toByteArray());
            }
            if (line.size() > MAX_BYTES) {
                throw new BadLineException("the line has more than " + MAX_BYTES + " bytes; give JSON Lines");
            }
        }
        return line.size() == 0 ? Optional.empty() : Optional.of(line.toByteArray());
    }

    /** Whether a byte is there without waiting. */
    boolean isReady() throws IOException {
        return position < limit || stream.available() > 0;
    }

    private boolean fill() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, stream.read(buffer));
        }
        return position < limit;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
