package io.sealstream.follower;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A follower's directory, held by a lock file:
 *
 * <pre>
 * lock                held as long as a process works here
 * ledger.properties   whose it is
 * db/                 the store
 * rebuild             there where the store was found damaged: it is built anew at the next start
 * damaged/            the last store that was found damaged, for those who want to look
 * </pre>
 */
final class StateDirectory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StateDirectory.class);

    private final Path directory;
    private final FileChannel lockFile;
    private final Identity identity;
    private Identity before;

    private StateDirectory(Path directory, FileChannel lockFile, Identity identity) {
        this.directory = directory;
        this.lockFile = lockFile;
        this.identity = identity;
        this.before = identity;
    }

    /** @throws StateDirectoryException where another process works in it, it is another ledger's, or can't be written */
    static StateDirectory open(Path directory, Identity identity, FollowerConfig.Start start) {
        try {
            Files.createDirectories(directory);
            FileChannel lockFile =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            StateDirectory opened = new StateDirectory(directory, lockFile, identity);
            try {
                opened.claim(start);
                return opened;
            } catch (IOException | StateDirectoryException e) {
                opened.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StateDirectoryException.Unusable(directory, e);
        }
    }

    private void claim(FollowerConfig.Start start) throws IOException {
        if (!tryLock(lockFile)) {
            throw new StateDirectoryException.InUse(directory);
        }
        Optional<Identity> found = Identity.read(identityFile());
        if (found.isPresent()) {
            requireOwn(found.get(), start);
        }
        if (start != FollowerConfig.Start.RESUME) {
            delete(database());
            Files.deleteIfExists(rebuildMarker());
        } else if (Files.exists(rebuildMarker())) {
            setAside("it was found damaged when it was used last");
        } else if (found.isEmpty() && Files.exists(database())) {
            setAside("nothing says whose it is");
        }
        if (found.isPresent() && Files.exists(database())) {
            before = found.get();
        } else {
            identity.write(identityFile());
        }
    }

    private static boolean tryLock(FileChannel lockFile) throws IOException {
        try {
            @Nullable FileLock lock = lockFile.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void requireOwn(Identity found, FollowerConfig.Start start) {
        boolean own = start == FollowerConfig.Start.MOVED
                ? found.ledger().equals(identity.ledger())
                : found.isLedgerOf(identity);
        if (!own) {
            throw new StateDirectoryException.Foreign(directory, found, identity);
        }
    }

    /** From where the store was folded that is here now. */
    Identity before() {
        return before;
    }

    Path database() {
        return directory.resolve("db");
    }

    /** Asks the next start to build the store anew. */
    void markForRebuild() {
        try {
            Files.write(rebuildMarker(), List.of("the store is damaged"));
        } catch (IOException e) {
            LOG.error("cannot write {}: remove {} before the next start", rebuildMarker(), database(), e);
        }
    }

    /** Makes room for a store that is built anew. */
    void setAside(String why) {
        Path damaged = directory.resolve("damaged");
        LOG.error(
                "the store in {} is damaged and is built anew from the topic: {}; it is kept in {}",
                directory,
                why,
                damaged);
        try {
            delete(damaged);
            if (Files.exists(database())) {
                Files.move(database(), damaged);
            }
            identity.write(identityFile());
            before = identity;
            Files.deleteIfExists(rebuildMarker());
        } catch (IOException e) {
            throw new StateDirectoryException.Unusable(directory, e);
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private Path identityFile() {
        return directory.resolve("ledger.properties");
    }

    private Path rebuildMarker() {
        return directory.resolve("rebuild");
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            LOG.warn("cannot close the lock file in {}", directory, e);
        }
    }
}
