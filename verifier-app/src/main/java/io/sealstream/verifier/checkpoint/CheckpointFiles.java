package io.sealstream.verifier.checkpoint;

import io.sealstream.command.CommandFailure;
import io.sealstream.core.Bytes;
import io.sealstream.core.checkpoint.NoteFormatException;
import io.sealstream.core.checkpoint.NoteVerifierKey;
import io.sealstream.core.checkpoint.SignedNote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads what the command line names. What can't be read is a wrong argument. */
public final class CheckpointFiles {
    private CheckpointFiles() {}

    /**
     * @param vkey a verifier key, or the file that has one; null where none was given
     * @throws CommandFailure where a file can't be read, or {@code vkey} is neither
     */
    public static CheckpointClaim claim(Path file, @Nullable String vkey) {
        return new CheckpointClaim(
                file.toString(), read("--checkpoint", file), vkey == null ? null : verifierKey(vkey));
    }

    private static NoteVerifierKey verifierKey(String text) {
        Path file = Path.of(text);
        String vkey = Files.isRegularFile(file)
                ? new String(read("--checkpoint-vkey", file).unsafeArray(), StandardCharsets.UTF_8).strip()
                : text;
        try {
            return NoteVerifierKey.parse(vkey);
        } catch (NoteFormatException e) {
            throw CommandFailure.usage(
                    "--checkpoint-vkey=" + text + " is no verifier key and no file that has one: " + e.getMessage());
        }
    }

    /** What is wrong with a file is told by quoting it, and a secret must never get into a log. */
    private static void requireNoSecret(String flag, Path file, Bytes content) {
        if (new String(content.unsafeArray(), StandardCharsets.ISO_8859_1).contains("PRIVATE KEY")) {
            throw CommandFailure.usage(flag + "=" + file + " is a private key, which this option never needs");
        }
    }

    /** Not more than a note may have, and a byte over, so that a large file is refused and not taken into memory. */
    private static Bytes read(String flag, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            Bytes content = Bytes.wrap(in.readNBytes(SignedNote.MAX_BYTES + 1));
            requireNoSecret(flag, file, content);
            return content;
        } catch (IOException e) {
            throw CommandFailure.usage(flag + "=" + file + " can't be read (" + e + "); check the path");
        }
    }
}
