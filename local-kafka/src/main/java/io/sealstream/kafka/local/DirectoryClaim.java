package io.sealstream.kafka.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One broker at a time in a directory. Kafka sees to that too, but late and in many lines.
 *
 * <p>Locks of files are held by a process as a whole, and lost when it closes the file anywhere; so this JVM's own brokers are
 * kept in a set, and the file that Kafka locks is tried only where none of them has it.
 */
record DirectoryClaim(Path data) implements AutoCloseable {

    private static final Set<Path> CLAIMED_HERE = ConcurrentHashMap.newKeySet();

    /** @throws BrokerStartException where another broker has the directory, in this process or another */
    static DirectoryClaim on(Path data) {
        if (!CLAIMED_HERE.add(data)) {
            throw inUse(data);
        }
        DirectoryClaim claim = new DirectoryClaim(data);
        if (claim.isLockedElsewhere()) {
            claim.close();
            throw inUse(data);
        }
        return claim;
    }

    private boolean isLockedElsewhere() {
        Path file = data.resolve(".lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                @Nullable FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException e) {
            throw new BrokerStartException("cannot lock " + file + ": " + e.getMessage(), e);
        }
    }

    private static BrokerStartException inUse(Path data) {
        return new BrokerStartException(
                "another broker is running on " + data.getParent() + ": stop it, or choose another directory", null);
    }

    @Override
    public void close() {
        CLAIMED_HERE.remove(data);
    }
}
