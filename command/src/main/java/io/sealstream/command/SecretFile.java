package io.sealstream.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** A text file that is its owner's alone (mode 0600), where the file system knows such modes. */
public final class SecretFile {
    private static final Set<PosixFilePermission> OF_THE_OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OF_OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private SecretFile() {}

    /**
     * @param flag that names the file, for messages
     * @throws CommandFailure where it can't be read, or others may read or write it
     */
    public static String read(String flag, Path file) {
        try {
            requirePrivate(flag, file);
            return Files.readString(file);
        } catch (IOException e) {
            throw CommandFailure.usage(flag + " " + file + " can't be read (" + e + "); check the path");
        }
    }

    /**
     * Makes a file that nobody else could open, not even for a moment, and puts it on disk.
     *
     * @throws java.nio.file.FileAlreadyExistsException where there is one; it is left as it is
     */
    public static void create(Path file, String text) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes(file))) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] attributes(Path file) {
        return knowsModes(file.getFileSystem())
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OF_THE_OWNER)}
                : new FileAttribute<?>[0];
    }

    /** The mode of a file that others may read or write, as in {@code rw-r--r--}; else empty. */
    public static Optional<String> modeForOthers(Path file) throws IOException {
        if (!knowsModes(file.getFileSystem())) {
            return Optional.empty();
        }
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
        return Collections.disjoint(mode, OF_OTHERS)
                ? Optional.empty()
                : Optional.of(PosixFilePermissions.toString(mode));
    }

    private static void requirePrivate(String flag, Path file) throws IOException {
        modeForOthers(file).ifPresent(mode -> {
            throw CommandFailure.usage(flag + " " + file + " has the mode " + mode
                    + ", and others may not touch a private key; run: chmod 600 " + file);
        });
    }

    private static boolean knowsModes(FileSystem fileSystem) {
        return fileSystem.supportedFileAttributeViews().contains("posix");
    }
}
