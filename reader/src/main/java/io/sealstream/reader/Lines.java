package io.sealstream.reader;

import io.sealstream.core.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** The lines of a file as bytes, up to a size that was fixed before, and none larger than a limit in memory. */
final class Lines implements AutoCloseable {
    /** Room for an event with a payload of some 45 MiB, in base64. */
    static final int MAX_LINE_BYTES = 64 << 20;

    private final ReadableByteChannel channel;
    private final long size;
    private final int maxLineBytes;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).flip();
    private long position;

    sealed interface Line {
        /** What it holds on to. */
        long bytesHeld();
    }

    /** @param isEnded false where the file ends without an end of line */
    record Text(Bytes bytes, boolean isEnded) implements Line {
        @Override
        public long bytesHeld() {
            return bytes.length();
        }
    }

    record TooLong(int limit) implements Line {
        @Override
        public long bytesHeld() {
            return 0;
        }
    }

    /** There are no more. */
    record None() implements Line {
        @Override
        public long bytesHeld() {
            return 0;
        }
    }

    Lines(ReadableByteChannel channel, long size) {
        this(channel, size, MAX_LINE_BYTES);
    }

    Lines(ReadableByteChannel channel, long size, int maxLineBytes) {
        this.channel = channel;
        this.size = size;
        this.maxLineBytes = maxLineBytes;
    }

    /** Bytes read so far. */
    long position() {
        return position;
    }

    Line next() throws IOException {
        if (position == size) {
            return new None();
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long length = 0;
        boolean isEnded = false;
        while (!isEnded && position < size) {
            fill();
            int start = buffer.position();
            int end = endOfLine();
            isEnded = end < buffer.limit();
            length += end - start;
            if (length <= maxLineBytes) {
                line.write(buffer.array(), start, end - start);
            }
            buffer.position(isEnded ? end + 1 : end);
            position += buffer.position() - start;
        }
        return length > maxLineBytes ? new TooLong(maxLineBytes) : new Text(Bytes.wrap(line.toByteArray()), isEnded);
    }

    private int endOfLine() {
        int end = buffer.position();
        while (end < buffer.limit() && buffer.get(end) != '\n') {
            end++;
        }
        return end;
    }

    private void fill() throws IOException {
        if (buffer.hasRemaining()) {
            return;
        }
        buffer.clear().limit((int) Math.min(buffer.capacity(), size - position));
        int read = channel.read(buffer);
        buffer.flip();
        if (read < 0) {
            throw new EOFException("it has become shorter while it was read");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
