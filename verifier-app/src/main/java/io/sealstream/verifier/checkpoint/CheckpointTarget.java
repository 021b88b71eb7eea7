package io.sealstream.verifier.checkpoint;

import io.sealstream.command.files.WholeFile;
import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.checkpoint.Checkpoint;
import io.sealstream.core.checkpoint.NoteFormatException;
import io.sealstream.core.checkpoint.NoteSigner;
import io.sealstream.core.checkpoint.SignedNote;
import io.sealstream.core.key.SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Where a run that ends well leaves a checkpoint, and the key to sign it with. */
public record CheckpointTarget(Path file, SigningKey key) {
    /**
     * Writes the checkpoint, whole or not at all. Whether it may replace what is there is asked before.
     *
     * @param origin of the ledger; the name that the key signs under
     * @return the verifier key that others need
     */
    public String write(String origin, long size, Hash root) throws IOException {
        NoteSigner signer = new NoteSigner(origin, key);
        WholeFile.write(file, new Checkpoint(origin, size, root).sign(signer).toString());
        return signer.verifierKey().toString();
    }

    /**
     * The checkpoint that is there already.
     *
     * @throws IOException where the file is something else, which is never overwritten
     */
    public Optional<Checkpoint> earlier() throws IOException {
        try {
            Bytes note = Bytes.wrap(Files.readAllBytes(file));
            return Optional.of(Checkpoint.parse(SignedNote.parse(note).text()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (NoteFormatException e) {
            throw new IOException(
                    file + " exists and holds no checkpoint, so it is not overwritten; name another file", e);
        }
    }
}
