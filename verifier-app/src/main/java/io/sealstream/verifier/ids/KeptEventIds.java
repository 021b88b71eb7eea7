package io.sealstream.verifier.ids;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.EventId;
import io.sealstream.core.verify.EventIds;
import io.sealstream.verifier.mapped.MappedFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Event ids by their {@link IdPrint}s: those of earlier runs in files that stay as they are, however this run ends, and those
 * that are new in a file of their own. Not safe to share between threads.
 */
public final class KeptEventIds implements EventIds, AutoCloseable {
    private final Bytes key;
    /** The largest first. */
    private final List<EarlierIds> earlier;

    private final MappedFile file;
    private final GrowingIds added;

    /**
     * What is left when nothing is added any more.
     *
     * @param earlier how many of the earlier files, from the first on; the new one has the ids of the others
     * @param added of the new file; null where that has none, and is not needed
     */
    public record Left(int earlier, @Nullable IdIndex added) {}

    KeptEventIds(MappedFile file, List<EarlierIds> earlier) {
        this.key = earlier.isEmpty() ? IdPrint.newKey() : earlier.getFirst().key();
        this.earlier = new ArrayList<>(earlier);
        this.file = file;
        this.added = new GrowingIds(file);
    }

    /** For one run, without any id. */
    public static KeptEventIds temporary() {
        return new KeptEventIds(MappedFile.temporary(MappedFile.temporaryDirectory(), "ids"), List.of());
    }

    /**
     * With new ids in a file in {@code directory}, which stays.
     *
     * @param prefix of its name; digits follow
     * @param earlier the files of earlier runs as {@link #complete} has left them, in that order
     */
    public static KeptEventIds in(Path directory, String prefix, List<EarlierIds> earlier) {
        return new KeptEventIds(MappedFile.in(directory, prefix), earlier);
    }

    /** The file of the new ones. */
    public Path file() {
        return file.path();
    }

    @Override
    public Claim claim(EventId eventId) {
        IdPrint print = IdPrint.of(key, eventId);
        return () -> add(print);
    }

    private boolean add(IdPrint print) {
        for (EarlierIds ids : earlier) {
            if (ids.contains(print)) {
                return false;
            }
        }
        return added.add(print);
    }

    /**
     * Writes the new ids to the disk, and with them those of the earlier files that are less than twice as large. So each file
     * is at least twice as large as the next: there are few to look into, and an id is seldom written again. Nothing can
     * be added any more.
     */
    public Left complete() {
        if (added.isEmpty()) {
            return new Left(earlier.size(), null);
        }
        while (!earlier.isEmpty() && earlier.getLast().fileBytes() < 2 * added.fileBytes()) {
            earlier.removeLast().copyTo(added);
        }
        return new Left(earlier.size(), added.complete(key));
    }

    @Override
    public void close() {
        added.close();
    }
}
