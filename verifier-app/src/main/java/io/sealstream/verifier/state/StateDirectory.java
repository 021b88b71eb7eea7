package io.sealstream.verifier.state;

import io.sealstream.command.files.WholeFile;
import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sha256;
import io.sealstream.verifier.ids.EarlierIds;
import io.sealstream.verifier.ids.KeptEventIds;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory with the state of one ledger, for one run at a time: a lock, the {@code state}, and the files of event ids that
 * it names. A run writes new ids to a file of its own, and the new state takes the place of the old one at once; until then,
 * and whatever happens, the old one is as it was.
 */
public final class StateDirectory implements AutoCloseable {
    private static final String IDS = "ids-";
    /** What runs make beside the state, as they name it. Nothing else in the directory is ever deleted. */
    private static final Pattern OF_RUNS = Pattern.compile(IDS + "\\d+|state\\.\\d+\\.tmp");

    private static final int BUFFER = 1 << 20;

    private final Path directory;
    private final FileChannel lock;
    private List<SavedState.Ids> earlier = List.of();
    private @Nullable Path added;

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

    /** What an earlier run has left; empty where there is nothing. What a run leaves that is killed is nothing, and goes. */
    public Optional<SavedState> load() throws IOException, DamagedStateException {
        Optional<SavedState> saved = read();
        removeAllBut(saved.map(SavedState::ids).orElse(List.of()));
        return saved;
    }

    /** The event ids of {@code saved}, and room for more. */
    public KeptEventIds eventIds(SavedState saved) throws IOException, DamagedStateException {
        List<EarlierIds> files = new ArrayList<>();
        for (SavedState.Ids ids : saved.ids()) {
            files.add(open(ids));
        }
        return begin(saved.ids(), files);
    }

    /** None yet. */
    public KeptEventIds noEventIds() {
        return begin(List.of(), List.of());
    }

    /** Writes what {@link #eventIds} or {@link #noEventIds} gave to the disk, for a state that will name it. */
    public List<SavedState.Ids> keep(KeptEventIds eventIds) throws IOException {
        KeptEventIds.Left left = eventIds.complete();
        List<SavedState.Ids> kept = new ArrayList<>(earlier.subList(0, left.earlier()));
        if (left.added() != null) {
            Path file = eventIds.file();
            kept.add(new SavedState.Ids(String.valueOf(file.getFileName()), digest(file), left.added()));
        }
        return kept;
    }

    /** Takes the place of what was there. */
    public void save(SavedState state) throws IOException {
        WholeFile.writeSecret(stateFile(), StateText.write(state));
        added = null;
        removeAllBut(state.ids());
    }

    /** Leaves nothing behind that no state names. */
    @Override
    public void close() throws IOException {
        try (lock) {
            if (added != null) {
                Files.deleteIfExists(added);
            }
        }
    }

    private Optional<SavedState> read() throws IOException, DamagedStateException {
        try {
            return Optional.of(StateText.read(Bytes.wrap(Files.readAllBytes(stateFile()))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Path stateFile() {
        return directory.resolve("state");
    }

    private KeptEventIds begin(List<SavedState.Ids> named, List<EarlierIds> files) {
        KeptEventIds begun = KeptEventIds.in(directory, IDS, files);
        earlier = named;
        added = begun.file();
        return begun;
    }

    /** They are read once, from end to end. */
    private EarlierIds open(SavedState.Ids ids) throws IOException, DamagedStateException {
        Path file = directory.resolve(ids.file());
        try {
            boolean isWhole =
                    Files.size(file) == ids.index().fileBytes() && digest(file).equals(ids.digest());
            if (!isWhole) {
                throw new DamagedStateException("the content of " + ids.file() + " was changed", null);
            }
            return EarlierIds.open(file, ids.index());
        } catch (NoSuchFileException e) {
            throw new DamagedStateException("its file " + ids.file() + " is gone", e);
        }
    }

    private void removeAllBut(List<SavedState.Ids> named) throws IOException {
        Set<String> kept = named.stream().map(SavedState.Ids::file).collect(Collectors.toSet());
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : all.toList()) {
                String name = String.valueOf(file.getFileName());
                if (OF_RUNS.matcher(name).matches() && !kept.contains(name)) {
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
