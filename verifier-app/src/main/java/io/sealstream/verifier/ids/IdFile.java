package io.sealstream.verifier.ids;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A file of segments, each mapped into memory when it is asked for. */
final class IdFile implements AutoCloseable {
    private static final int ZEROS = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private final List<MappedByteBuffer> mapped = new ArrayList<>();

    private IdFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** One that nobody else sees, and that goes with the process, however that ends. */
    static IdFile temporary() throws IOException {
        Path path = Files.createTempFile("sealstream-ids-", ".tmp");
        return new IdFile(
                path,
                FileChannel.open(
                        path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** One that stays, with what is in it. */
    static IdFile at(Path path) throws IOException {
        return new IdFile(
                path,
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    Path path() {
        return path;
    }

    /**
     * A new segment, behind all others. Zeros are written to it first: where the disk is full, that is an exception here,
     * and no fault of the whole process later, when memory is touched that has no disk behind it.
     */
    synchronized LongBuffer append() throws IOException {
        long end = (long) mapped.size() * IdSegment.BYTES;
        ByteBuffer zeros = ByteBuffer.allocate(ZEROS);
        for (long at = end; at < end + IdSegment.BYTES; at += ZEROS) {
            zeros.clear();
            while (zeros.hasRemaining()) {
                channel.write(zeros, at + zeros.position());
            }
        }
        return map();
    }

    /** The next of those that are in the file already. */
    synchronized LongBuffer map() throws IOException {
        MappedByteBuffer segment =
                channel.map(MapMode.READ_WRITE, (long) mapped.size() * IdSegment.BYTES, IdSegment.BYTES);
        mapped.add(segment);
        return segment.asLongBuffer();
    }

    /** To the disk, and no longer than {@code segments}. */
    synchronized void complete(int segments) throws IOException {
        try {
            mapped.forEach(MappedByteBuffer::force);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        channel.truncate((long) segments * IdSegment.BYTES);
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
