package io.sealstream.verifier.ids;

import io.sealstream.core.Bytes;
import io.sealstream.verifier.mapped.MappedFile;
import io.sealstream.verifier.mapped.MappedFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Prints of event ids in a new file, by extendible hashing: a directory says which segment has the prints with which leading
 * bits, and a segment that is full is split in two. So it grows by one segment at a time, and takes 21 to 43 bytes an id on
 * the disk and next to nothing in the heap. Not safe to share between threads.
 */
final class GrowingIds implements AutoCloseable {
    private final MappedFile file;
    private final List<IdSegment> segments = new ArrayList<>();
    private int[] directory = new int[1];
    /** Made ahead, on another thread: none of the run's waits for the disk, and no interrupt of it closes the file. */
    private @Nullable CompletableFuture<IdSegment> spare;

    /** @throws MappedFileException where there is no room for the first; {@code file} is gone then */
    GrowingIds(MappedFile file) {
        this.file = file;
        try {
            segments.add(allocate());
        } catch (MappedFileException e) {
            file.discard();
            throw e;
        }
    }

    /** @return whether it was added, false where it was there */
    boolean add(IdPrint print) {
        while (true) {
            int place = IdIndex.placeOf(print.high(), directory.length);
            IdSegment segment = segments.get(directory[place]);
            if (!segment.isFull()) {
                return segment.add(print.high(), print.low());
            }
            split(place);
        }
    }

    boolean isEmpty() {
        return segments.size() == 1 && segments.getFirst().size() == 0;
    }

    /** How long the file is when it is complete. */
    long fileBytes() {
        return (long) segments.size() * IdSegment.BYTES;
    }

    /**
     * Writes all to the disk. Nothing can be added any more.
     *
     * @return what a later run needs besides the file
     */
    IdIndex complete(Bytes key) {
        if (spare != null) {
            // It must not grow behind the end; but that there was no room for what nobody needs is no fault.
            var unused = spare.handle((made, failure) -> made).join();
            spare = null;
        }
        file.complete(segments.size());
        return new IdIndex(
                key, segments.size(), Arrays.stream(directory).boxed().toList());
    }

    @Override
    public void close() {
        file.close();
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
        return new IdSegment(file.append());
    }

    /** Joining is no waiting that an interrupt ends. */
    private static IdSegment take(CompletableFuture<IdSegment> allocated) {
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
