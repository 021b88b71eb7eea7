package io.sealstream.verifier.mapped;

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
public final class MappedFile implements AutoCloseable {
    public static final int SEGMENT_BYTES = 4 << 20;

    private static final int ZEROS = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private final List<MappedByteBuffer> mapped = new ArrayList<>();

    private MappedFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * One that nobody else sees, and that goes with the process, however that ends.
     *
     * @param of what is in it, in one word: a part of its name
     */
    public static MappedFile temporary(Path directory, String of) throws IOException {
        Path path = Files.createTempFile(directory, "sealstream-" + of + "-", ".tmp");
        return new MappedFile(
                path,
                FileChannel.open(
                        path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** One that stays, with what is in it. */
    public static MappedFile at(Path path) throws IOException {
        return new MappedFile(
                path,
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** Where they go when nobody has named another place. */
    public static Path temporaryDirectory() {
        return Path.of(System.getProperty("java.io.tmpdir", ""));
    }

    public Path path() {
        return path;
    }

    /**
     * A new segment, behind all others. Zeros are written to it first: where the disk is full, that is an exception here,
     * and no fault of the whole process later, when memory is touched that has no disk behind it. An interrupt of the
     * calling thread closes the file.
     */
    public synchronized LongBuffer append() throws IOException {
        long end = (long) mapped.size() * SEGMENT_BYTES;
        ByteBuffer zeros = ByteBuffer.allocate(ZEROS);
        for (long at = end; at < end + SEGMENT_BYTES; at += ZEROS) {
            zeros.clear();
            while (zeros.hasRemaining()) {
                channel.write(zeros, at + zeros.position());
            }
        }
        return map();
    }

    /** The next of those that are in the file already. */
    public synchronized LongBuffer map() throws IOException {
        MappedByteBuffer segment = channel.map(MapMode.READ_WRITE, (long) mapped.size() * SEGMENT_BYTES, SEGMENT_BYTES);
        mapped.add(segment);
        return segment.asLongBuffer();
    }

    /** To the disk, and no longer than {@code segments}. */
    public synchronized void complete(int segments) throws IOException {
        try {
            mapped.forEach(MappedByteBuffer::force);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        channel.truncate((long) segments * SEGMENT_BYTES);
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
