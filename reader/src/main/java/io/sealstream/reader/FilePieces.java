package io.sealstream.reader;

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
        long start = piece * width;
        // The byte before it says whether a line begins with the first one.
        long from = Math.max(start - 1, 0);
        try (Lines lines = new Lines(new From(file, from), size - from)) {
            if (start > 0) {
                Lines.Line unused = lines.next();
            }
            while (from + lines.position() < Math.min(start + width, size)) {
                sink.accept(lines.next());
            }
            return new ReadResult.Complete();
        } catch (IOException e) {
            return new ReadResult.Incomplete(KafkaFailure.oneLine(e));
        }
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
