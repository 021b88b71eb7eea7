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

    private static void requirePrivate(String flag, Path file) throws IOException {
        if (!knowsModes(file.getFileSystem())) {
            return;
        }
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
        if (!Collections.disjoint(mode, OF_OTHERS)) {
            throw CommandFailure.usage(flag + " " + file + " has the mode " + PosixFilePermissions.toString(mode)
                    + ", and others may not touch a private key; run: chmod 600 " + file);
        }
    }

    private static boolean knowsModes(FileSystem fileSystem) {
        return fileSystem.supportedFileAttributeViews().contains("posix");
    }
}
