package io.sealstream.command.files;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file that grows beside its place and gets there whole, or not at all. An interrupt of the thread that writes does it no
 * harm, as it would to a channel: that closes, and what was written is lost.
 */
public final class NewFile implements AutoCloseable {
    private final Path place;
    private final Path beside;
    private final FileOutputStream out;

    private NewFile(Path place, Path beside) throws IOException {
        this.place = place;
        this.beside = beside;
        this.out = new FileOutputStream(beside.toFile());
    }

    /** Under a name that no other file has: a process in a container has the same id as the one before it. */
    public static NewFile at(Path place) throws IOException {
        return at(place, usualMode(place));
    }

    /** One that is its owner's alone. */
    static NewFile secretAt(Path place) throws IOException {
        // That is how temporary files are made.
        return at(place, new FileAttribute<?>[0]);
    }

    private static NewFile at(Path place, FileAttribute<?>[] mode) throws IOException {
        Path directory = place.toAbsolutePath().getParent();
        if (directory == null) {
            throw new IOException(place + " is no place for a file");
        }
        return new NewFile(place, Files.createTempFile(directory, place.getFileName() + ".", ".tmp", mode));
    }

    /** That of any new file, less what the umask takes: a temporary one would be its owner's alone. */
    private static FileAttribute<?>[] usualMode(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-"))
                }
                : new FileAttribute<?>[0];
    }

    public void append(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** To the disk, and into its place. */
    public void complete() throws IOException {
        out.getFD().sync();
        out.close();
        WholeFile.moveIntoPlace(beside, place);
    }

    /** What is not complete is gone. */
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(beside);
    }
}
