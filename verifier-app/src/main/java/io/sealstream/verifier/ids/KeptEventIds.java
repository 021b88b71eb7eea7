package io.sealstream.verifier.ids;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.EventId;
import io.sealstream.core.verify.EventIds;
import io.sealstream.verifier.mapped.MappedFile;
import io.sealstream.verifier.mapped.MappedFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Event ids by their {@link IdPrint}s in a file that is mapped into memory, by extendible hashing: a directory says which
 * segment has the prints with which leading bits, and a segment that is full is split in two. So it grows by one segment at a
 * time, and takes 21 to 43 bytes an id on the disk and next to nothing in the heap. Not safe to share between threads.
 */
public final class KeptEventIds implements EventIds, AutoCloseable {
    private final MappedFile file;
    private final Bytes key;
    private final List<IdSegment> segments = new ArrayList<>();
    private int[] directory;
    /** Made ahead, on another thread: none of the run's waits for the disk, and no interrupt of it closes the file. */
    private @Nullable CompletableFuture<IdSegment> spare;

    private KeptEventIds(MappedFile file, Bytes key, int[] directory) {
        this.file = file;
        this.key = key;
        this.directory = directory;
    }

    /** For one run, without any id. */
    public static KeptEventIds temporary() {
        try {
            return empty(MappedFile.temporary(MappedFile.temporaryDirectory(), "ids"));
        } catch (IOException e) {
            throw new MappedFileException(MappedFile.temporaryDirectory(), e);
        }
    }

    /** In {@code path}, where no file is yet. */
    public static KeptEventIds create(Path path) {
        try {
            return empty(MappedFile.at(path));
        } catch (IOException e) {
            throw new MappedFileException(path, e);
        }
    }

    /** Those that another run has left, in {@code path}, which is written to. */
    public static KeptEventIds open(Path path, IdIndex index) {
        try {
            KeptEventIds ids = new KeptEventIds(
                    MappedFile.at(path),
                    index.key(),
                    index.directory().stream().mapToInt(Integer::intValue).toArray());
            for (int i = 0; i < index.segments(); i++) {
                ids.segments.add(new IdSegment(ids.file.map()));
            }
            return ids;
        } catch (IOException e) {
            throw new MappedFileException(path, e);
        }
    }

    private static KeptEventIds empty(MappedFile file) throws IOException {
        KeptEventIds ids = new KeptEventIds(file, IdPrint.newKey(), new int[1]);
        ids.segments.add(new IdSegment(file.append()));
        return ids;
    }

    @Override
    public Claim claim(EventId eventId) {
        IdPrint print = IdPrint.of(key, eventId);
        return () -> add(print);
    }

    private boolean add(IdPrint print) {
        while (true) {
            int place = placeOf(print.high());
            IdSegment segment = segments.get(directory[place]);
            if (!segment.isFull()) {
                return segment.add(print.high(), print.low());
            }
            split(place);
        }
    }

    /**
     * Writes all to the disk. Nothing can be added any more.
     *
     * @return what a later run needs besides the file
     */
    public IdIndex complete() throws IOException {
        if (spare != null) {
            take(spare);
            spare = null;
        }
        file.complete(segments.size());
        return new IdIndex(
                key, segments.size(), Arrays.stream(directory).boxed().toList());
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new MappedFileException(file.path(), e);
        }
    }

    private int placeOf(long high) {
        int bits = Integer.numberOfTrailingZeros(directory.length);
        return bits == 0 ? 0 : (int) (high >>> (Long.SIZE - bits));
    }

    /** The places that name a full segment are a run whose length is a power of two; the upper half gets a new one. */
    private void split(int place) {
        int full = directory[place];
        int names =
                (int) Arrays.stream(directory).filter(named -> named == full).count();
        if (names == 1) {
            directory = doubled(directory);
            split(2 * place);
            return;
        }
        int first = place & -names;
        int bit = Integer.numberOfTrailingZeros(directory.length / names);
        IdSegment added = take(spare == null ? allocateAhead() : spare);
        segments.get(full).split(added, bit);
        segments.add(added);
        Arrays.fill(directory, first + names / 2, first + names, segments.size() - 1);
        spare = allocateAhead();
    }

    private CompletableFuture<IdSegment> allocateAhead() {
        return CompletableFuture.supplyAsync(this::allocate);
    }

    private IdSegment allocate() {
        try {
            return new IdSegment(file.append());
        } catch (IOException e) {
            throw new MappedFileException(file.path(), e);
        }
    }

    /** Joining is no waiting that an interrupt ends. */
    private IdSegment take(CompletableFuture<IdSegment> allocated) {
        try {
            return allocated.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof MappedFileException failed) {
                throw failed;
            }
            throw e;
        }
    }

    private static int[] doubled(int[] places) {
        int[] twice = new int[Math.multiplyExact(places.length, 2)];
        for (int place = 0; place < twice.length; place++) {
            twice[place] = places[place / 2];
        }
        return twice;
    }
}
