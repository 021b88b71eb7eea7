package io.sealstream.verifier.export;

import io.sealstream.command.files.WholeFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * An export that can be interrupted at any time.
 *
 * <p>It grows beside its place, in {@code FILE.part}, and takes the name when it has reached the end; a later one begins with a
 * copy. So whoever reads the file finds a ledger that was whole once, and what is no export is never touched. A line that was
 * cut off in the middle is dropped and written again.
 */
public final class ExportFile implements LineSink {
    private final Path file;
    private final Path written;
    private final FileChannel channel;
    private final WholeLines before;
    private final OutputStream out;
    private boolean isOurs;

    private ExportFile(Path file, Path written, FileChannel channel) throws IOException {
        this.file = file;
        this.written = written;
        this.channel = channel;
        this.before = WholeLines.in(channel);
        if (before.count() == 0 && Files.exists(file) && Files.size(file) > 0) {
            throw new NoExportException(file);
        }
        channel.truncate(before.bytes());
        channel.position(before.bytes());
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
    }

    /** @throws IOException also where another export is writing to it */
    public static ExportFile open(Path file) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + ".part");
        FileChannel channel =
                FileChannel.open(written, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            lock(written, channel);
            if (channel.size() == 0 && Files.exists(file)) {
                copy(file, channel);
            }
            return new ExportFile(file, written, channel);
        } catch (NoExportException e) {
            channel.close();
            Files.deleteIfExists(written);
            throw e;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static void copy(Path file, FileChannel to) throws IOException {
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ)) {
            for (long at = 0; at < from.size(); ) {
                at += from.transferTo(at, from.size() - at, to);
            }
        }
    }

    private static void lock(Path written, FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // By this process.
        }
        throw new IOException("another export is writing to " + written + "; wait for it to end");
    }

    @Override
    public long linesBefore() {
        return before.count();
    }

    @Override
    public String lastLineBefore() {
        return before.last();
    }

    @Override
    public void append(String line) throws IOException {
        isOurs = true;
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    @Override
    public void finish() throws IOException {
        isOurs = true;
        out.flush();
        channel.force(true);
        WholeFile.moveIntoPlace(written, file);
    }

    @Override
    public String name() {
        return written.toString();
    }

    /** Keeps what was written, for the next export to go on from; a mere copy of what is there already is dropped. */
    @Override
    public void close() throws IOException {
        try (channel) {
            out.flush();
        }
        if (!isOurs && Files.exists(file)) {
            Files.deleteIfExists(written);
        }
    }

    private static final class NoExportException extends IOException {
        private static final long serialVersionUID = 1L;

        NoExportException(Path file) {
            super(file + " exists and is no export, so it is not overwritten; name another file");
        }
    }
}
