package io.sealstream.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** A public key's file: one line that everybody may read, unlike a {@link SecretFile}. */
public final class PublicFile {
    private PublicFile() {}

    /**
     * @param flag that names the file, for messages
     * @param parser throws an IllegalArgumentException that says what is wrong with the text
     * @throws CommandFailure where it can't be read, or the parser does not take it
     */
    public static <T> T read(String flag, Path file, Function<String, T> parser) {
        String text = text(flag, file);
        if (text.contains("PRIVATE KEY-----")) {
            throw CommandFailure.usage(flag + " " + file
                    + " is a private key, which stays with its owner; give the .pub file that keygen made beside it");
        }
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(
                    flag + " " + file + ": " + e.getMessage() + "; give the .pub file that keygen made");
        }
    }

    private static String text(String flag, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw CommandFailure.usage(flag + " " + file + " can't be read (" + e + "); check the path");
        }
    }
}
