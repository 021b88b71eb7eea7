package io.sealstream.verifier;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file system of its own, in memory, that a test can fill. There is one where the test may mount it: for root on Linux. */
final class SmallDisk implements AutoCloseable {
    static final int MIB = 1 << 20;
    /** What fills it. */
    static final String FILLER = "filler";

    private static final String SIZE = "32m";

    private final Path path;

    private SmallDisk(Path path) {
        this.path = path;
    }

    /** Skips the test where nothing can be mounted. */
    static SmallDisk mount(Path path) {
        try {
            Files.createDirectories(path);
            String refusal = complaint("mount", "-t", "tmpfs", "-o", "size=" + SIZE, "tmpfs", path.toString());
            return refusal.isEmpty() ? new SmallDisk(path) : abort("no file system can be mounted here: " + refusal);
        } catch (IOException e) {
            return abort("no file system can be mounted here: " + e.getMessage());
        }
    }

    Path path() {
        return path;
    }

    /** Fills all but this many bytes, which are whole pages. */
    SmallDisk leaveRoomFor(long bytes) {
        try (FileChannel filler = FileChannel.open(filler(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            writeWhatFits(filler);
            filler.truncate(filler.size() - bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    void makeRoom() {
        try {
            Files.delete(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lazily: what is mapped into memory keeps it busy for as long as this JVM lives. */
    @Override
    public void close() {
        try {
            String refusal = complaint("umount", "-l", path.toString());
            if (!refusal.isEmpty()) {
                throw new AssertionError(path + " is still mounted: " + refusal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path filler() {
        return path.resolve(FILLER);
    }

    private static void writeWhatFits(FileChannel filler) {
        try {
            while (true) {
                filler.write(ByteBuffer.allocate(MIB));
            }
        } catch (IOException e) {
            // It is full.
        }
    }

    /** What a command says where it fails; empty where it does not. */
    private static String complaint(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.onExit().join().exitValue() == 0 ? "" : command[0] + " failed. " + said.strip();
    }
}
