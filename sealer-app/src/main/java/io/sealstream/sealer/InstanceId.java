package io.sealstream.sealer;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.UUID;

/**
 * By what the group knows a node again that was killed and comes back: then it gets its place at once, and need not wait
 * until the session of its dead self is over.
 *
 * <p>It belongs to the file {@code instance} in the state directory, and to the very file: a copy of the directory is another
 * node.
 */
final class InstanceId {
    private InstanceId() {}

    /**
     * The same for as long as the directory stays; another one for each other directory.
     *
     * @param stateDirectory held by this process
     * @throws CommandFailure where it can't be read or written
     */
    static String of(Path stateDirectory) {
        Path file = stateDirectory.resolve("instance");
        try {
            if (!Files.exists(file)) {
                write(file);
            }
            Object fileKey =
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            String itself = Files.readString(file) + fileKey;
            return UUID.nameUUIDFromBytes(itself.getBytes(UTF_8)).toString();
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.ERROR, "cannot use " + file + ": " + e + "; make its directory writable for this user", e);
        }
    }

    /** Whole, or not there. */
    private static void write(Path file) throws IOException {
        Path made = Files.writeString(file.resolveSibling("instance.new"), UUID.randomUUID() + "\n");
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
