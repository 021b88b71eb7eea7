package io.sealstream.client.verifying;

import io.sealstream.command.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** A file with the position of one consumer: there whole, or as it was before. */
public final class PositionFile {
    private final Path file;

    public PositionFile(Path file) {
        this.file = file;
    }

    /**
     * Empty where there is no such file yet.
     *
     * @throws IOException also where it is damaged: a consumer that began anew by itself would hide that
     */
    public Optional<VerifiedPosition> load() throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        try {
            return Optional.of(VerifiedPosition.ofText(text));
        } catch (IllegalArgumentException e) {
            throw new IOException(
                    file + " holds no position of this version: " + e.getMessage()
                            + "; run sealstream verify with a checkpoint, then delete the file, and the ledger is read from"
                            + " its beginning",
                    e);
        }
    }

    public void save(VerifiedPosition position) throws IOException {
        WholeFile.write(file, position.toText());
    }
}
