package io.sealstream.command.files;

import io.sealstream.command.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files that are there whole, or as they were before. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes {@code text} beside {@code file}, to the disk, and then moves it into place. */
    public static void write(Path file, String text) throws IOException {
        try (NewFile grown = NewFile.at(file)) {
            grown.append(text);
            grown.complete();
        }
    }

    /** The same for what only its owner may read. */
    public static void writeSecret(Path file, String text) throws IOException {
        try (NewFile grown = NewFile.secretAt(file)) {
            grown.append(text);
            grown.complete();
        }
    }

    /** Moves a file that is complete and on the disk. */
    public static void moveIntoPlace(Path complete, Path file) throws IOException {
        Files.move(complete, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Says early what would fail late.
     *
     * @param flag that names {@code file}, for messages
     * @throws CommandFailure where the directory of {@code file} is not there, or it is a directory itself
     */
    public static void requirePlace(String flag, Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file) || directory == null || !Files.isDirectory(directory)) {
            throw CommandFailure.usage(
                    flag + "=" + file + " can't be written: it must be a file in a directory that exists");
        }
    }
}
