package io.sealstream.reader;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.util.Collections;
import java.util.function.Consumer;

/** A file of lines, of which several readers read pieces at once. A piece has the lines that begin in it. */
final class FilePieces implements PiecewiseReading.PieceReader<Lines.Line> {
    /** Of bytes. */
    static final long WIDTH = 8 << 20;

    private static final int LOOK_BYTES = 8_192;

    private final FileChannel file;
    private final long size;
    private final int readers;
    private final long width;

    /**
     * @param file stays open, and the same one, whatever its name stands for meanwhile
     * @param size of the file, in bytes; what is written behind that is not read
     * @param width of a piece, in bytes
     */
    FilePieces(FileChannel file, long size, int readers, long width) {
        this.file = file;
        this.size = size;
        this.readers = readers;
        this.width = width;
    }

    ReadResult readAll(Consumer<Lines.Line> sink) throws LedgerUnreadableException {
        return new PiecewiseReading<>(Collections.nCopies(readers, this), Lines.Line::bytesHeld)
                .read(Math.ceilDiv(size, width), sink);
    }

    @Override
    public ReadResult read(long piece, Consumer<Lines.Line> sink) {
        long end = Math.min((piece + 1) * width, size);
        try {
            long begin = firstLine(piece * width, end);
            try (Lines lines = new Lines(new From(file, begin), size - begin)) {
                while (begin + lines.position() < end) {
                    sink.accept(lines.next());
                }
            }
            return new ReadResult.Complete();
        } catch (IOException e) {
            return new ReadResult.Incomplete(KafkaFailure.oneLine(e));
        }
    }

    /** Where the first line begins that begins in a piece; the piece's end where none does. */
    private long firstLine(long start, long end) throws IOException {
        if (start == 0) {
            return 0;
        }
        ByteBuffer buffer = ByteBuffer.allocate(LOOK_BYTES);
        // The byte before it says whether a line begins with the first one.
        for (long at = start - 1; at < end; at += buffer.position()) {
            buffer.clear().limit((int) Math.min(LOOK_BYTES, end - at));
            int read = file.read(buffer, at);
            for (int i = 0; i < read; i++) {
                if (buffer.get(i) == '\n') {
                    return at + i + 1;
                }
            }
            if (read < 0) {
                throw new EOFException("it has become shorter while it was read");
            }
        }
        return end;
    }

    /** What stands in a file from some place on; others read it at other places. */
    private static final class From implements ReadableByteChannel {
        private final FileChannel file;
        private long position;

        From(FileChannel file, long position) {
            this.file = file;
            this.position = position;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            int read = file.read(target, position);
            position += Math.max(read, 0);
            return read;
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        /** The file is whoever's who opened it. */
        @Override
        public void close() {}
    }
}
