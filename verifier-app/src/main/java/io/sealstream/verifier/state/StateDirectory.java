package io.sealstream.verifier.state;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sha256;
import io.sealstream.verifier.files.WholeFile;
import io.sealstream.verifier.ids.KeptEventIds;
import io.sealstream.verifier.mapped.MappedFileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A directory with the state of one ledger, for one run at a time: a lock, the {@code state}, and the file of event ids that
 * it names. A run writes to a file of ids of its own, and the new state takes the place of the old one at once; until then,
 * and whatever happens, the old one is as it was.
 */
public final class StateDirectory implements AutoCloseable {
    private static final String IDS = "ids-";
    private static final int BUFFER = 1 << 20;

    private final Path directory;
    private final FileChannel lock;
    private @Nullable Path idsInUse;

    private StateDirectory(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** @throws IOException also where another run is using it; the message is one line */
    public static StateDirectory open(Path directory) throws IOException {
        Files.createDirectories(directory);
        FileChannel lock =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                return new StateDirectory(directory, lock);
            }
        } catch (OverlappingFileLockException e) {
            // By this process.
        }
        lock.close();
        throw new IOException("another run is using --state " + directory + "; wait for it to end");
    }

    public Path path() {
        return directory;
    }

    /** What an earlier run has left. Empty where there is nothing. */
    public Optional<SavedState> load() throws IOException, DamagedStateException {
        try {
            return Optional.of(StateText.read(Bytes.wrap(Files.readAllBytes(stateFile()))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** The event ids of {@code saved}, in a copy that can grow. */
    public KeptEventIds eventIds(SavedState saved) throws IOException, DamagedStateException {
        Path copy = newIds();
        SavedState.Ids ids = saved.ids();
        Path original = directory.resolve(ids.file());
        MessageDigest sha256 = Sha256.begin();
        try (InputStream in = new DigestInputStream(Files.newInputStream(original), sha256);
                OutputStream out = Files.newOutputStream(copy)) {
            in.transferTo(out);
        } catch (NoSuchFileException e) {
            throw new DamagedStateException("its file " + ids.file() + " is gone", e);
        } catch (IOException e) {
            throw new MappedFileException(copy, e);
        }
        boolean isWhole = Hash.wrap(sha256.digest()).equals(ids.digest())
                && Files.size(copy) == ids.index().fileBytes();
        if (!isWhole) {
            throw new DamagedStateException("the content of " + ids.file() + " was changed", null);
        }
        return KeptEventIds.open(copy, ids.index());
    }

    /** None yet. */
    public KeptEventIds noEventIds() throws IOException {
        return KeptEventIds.create(newIds());
    }

    /** Writes the ids to the disk, for a state that will name them. */
    public SavedState.Ids keep(KeptEventIds eventIds) throws IOException {
        if (idsInUse == null) {
            throw new IllegalStateException("no ids are in use");
        }
        var index = eventIds.complete();
        return new SavedState.Ids(String.valueOf(idsInUse.getFileName()), digest(idsInUse), index);
    }

    /** Takes the place of what was there. */
    public void save(SavedState state) throws IOException {
        WholeFile.write(stateFile(), StateText.write(state));
        idsInUse = null;
        removeIdsBut(state.ids().file());
    }

    /** Leaves nothing behind that no state names. */
    @Override
    public void close() throws IOException {
        try (lock) {
            if (idsInUse != null) {
                Files.deleteIfExists(idsInUse);
            }
        }
    }

    private Path stateFile() {
        return directory.resolve("state");
    }

    private Path newIds() throws IOException {
        if (idsInUse != null) {
            Files.deleteIfExists(idsInUse);
        }
        Path created = Files.createTempFile(directory, IDS, "");
        idsInUse = created;
        return created;
    }

    private void removeIdsBut(String name) throws IOException {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory, IDS + "*")) {
            for (Path file : all) {
                if (!String.valueOf(file.getFileName()).equals(name)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Hash digest(Path file) throws IOException {
        MessageDigest sha256 = Sha256.begin();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha256.update(buffer, 0, read);
            }
        }
        return Hash.wrap(sha256.digest());
    }
}
