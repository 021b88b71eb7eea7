package io.sealstream.verifier.mapped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A new file that grows by segments, each mapped into memory. Where that fails, it says so with its name. */
public class MappedFile implements AutoCloseable {
    public static final int SEGMENT_BYTES = 4 << 20;

    private static final int ZEROS = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private final List<MappedByteBuffer> mapped = new ArrayList<>();

    /** @param path of an empty file */
    protected MappedFile(Path path, OpenOption... more) throws IOException {
        Set<OpenOption> options = new HashSet<>(Set.of(more));
        options.add(StandardOpenOption.READ);
        options.add(StandardOpenOption.WRITE);
        this.path = path;
        this.channel = FileChannel.open(path, options);
    }

    /**
     * One that nobody else sees, and that goes with the process, however that ends.
     *
     * @param of what is in it, in one word: a part of its name
     * @throws MappedFileException where it can't be made
     */
    public static MappedFile temporary(Path directory, String of) {
        try {
            return new MappedFile(
                    Files.createTempFile(directory, "sealstream-" + of + "-", ".tmp"),
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new MappedFileException(directory, e);
        }
    }

    /**
     * One that stays, under a name that no other has. Nobody but its owner may read it.
     *
     * @throws MappedFileException where it can't be made
     */
    public static MappedFile in(Path directory, String prefix) {
        try {
            return new MappedFile(Files.createTempFile(directory, prefix, ""));
        } catch (IOException e) {
            throw new MappedFileException(directory, e);
        }
    }

    /** Where they go when nobody has named another place. */
    public static Path temporaryDirectory() {
        return Path.of(System.getProperty("java.io.tmpdir", ""));
    }

    public Path path() {
        return path;
    }

    /**
     * A new segment, behind all others. Zeros are written to it first: where the disk is full, that is told here, and is no
     * fault of the machine later, when memory is touched that has no disk behind it. A file system that never overwrites,
     * as btrfs or ZFS, takes new room even then, and can still run full under a segment. An interrupt of the calling thread
     * closes the file.
     *
     * @throws MappedFileException where there is no room
     */
    public synchronized LongBuffer append() {
        try {
            long end = (long) mapped.size() * SEGMENT_BYTES;
            writeZeros(end);
            MappedByteBuffer segment = channel.map(MapMode.READ_WRITE, end, SEGMENT_BYTES);
            mapped.add(segment);
            return segment.asLongBuffer();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** To the disk, and no longer than {@code segments}. */
    public synchronized void complete(int segments) {
        try {
            writeMapped();
            channel.truncate((long) segments * SEGMENT_BYTES);
            channel.force(true);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Closes it and leaves nothing behind. */
    public void discard() {
        try (channel) {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void writeMapped() throws IOException {
        try {
            mapped.forEach(MappedByteBuffer::force);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void writeZeros(long from) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(ZEROS);
        for (long at = from; at < from + SEGMENT_BYTES; at += ZEROS) {
            zeros.clear();
            while (zeros.hasRemaining()) {
                channel.write(zeros, at + zeros.position());
            }
        }
    }

    /** To be thrown. */
    protected final MappedFileException failed(IOException e) {
        return new MappedFileException(path, e);
    }
}
