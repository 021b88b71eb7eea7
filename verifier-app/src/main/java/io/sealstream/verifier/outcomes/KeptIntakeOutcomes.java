package io.sealstream.verifier.outcomes;

import io.sealstream.core.verify.IntakeOutcomes;
import io.sealstream.verifier.mapped.MappedFile;
import io.sealstream.verifier.mapped.MappedFileException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes in a file that is mapped into memory, in chunks of 524,288 offsets that follow one another. That makes 8 bytes an
 * offset on the disk, and an entry for each chunk in the heap.
 *
 * <p>Offsets are what a ledger says they are, and a chunk for each record of a forged one would fill any disk. So it is offsets
 * that the intake has that are kept without a limit. It grows during a run: behind the end that it had, chunks are made as
 * long as they are few, or there are enough outcomes for them. From the first one that would be too many none is made there
 * any more, so that those that are there have lost nothing. Not safe to share between threads.
 */
public final class KeptIntakeOutcomes implements IntakeOutcomes, AutoCloseable {
    static final int CHUNK = MappedFile.SEGMENT_BYTES / Long.BYTES;
    /** Behind the intake's end, however few the outcomes. */
    static final int FREE_CHUNKS = 16;
    /** How many outcomes make room for one chunk more there. */
    static final int OUTCOMES_FOR_A_CHUNK = CHUNK / 64;

    private final Path directory;
    private final long intakeEnd;
    private final Map<Long, LongBuffer> chunks = new HashMap<>();
    private @Nullable MappedFile file;
    private long outcomes;
    private long chunksBehind;
    private boolean isClosedBehind;

    KeptIntakeOutcomes(Path directory, long intakeEnd) {
        this.directory = directory;
        this.intakeEnd = intakeEnd;
    }

    /**
     * Without any yet, and without a file before the first.
     *
     * @param intakeEnd the offset behind the intake's last record, as it is before the ledger is read
     */
    public static KeptIntakeOutcomes temporary(long intakeEnd) {
        return new KeptIntakeOutcomes(MappedFile.temporaryDirectory(), intakeEnd);
    }

    @Override
    public long find(long offset) {
        LongBuffer chunk = chunks.get(offset / CHUNK);
        return chunk == null ? 0 : chunk.get(placeOf(offset));
    }

    @Override
    public void put(long offset, long word) {
        LongBuffer chunk = chunkOf(offset);
        if (chunk != null) {
            int place = placeOf(offset);
            outcomes += chunk.get(place) == 0 ? 1 : 0;
            chunk.put(place, word);
        }
    }

    @Override
    public boolean keeps(long offset) {
        return !isClosedBehind || isOfTheIntake(offset) || chunks.containsKey(offset / CHUNK);
    }

    /** All that is in the heap. */
    int chunks() {
        return chunks.size();
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }

    private static int placeOf(long offset) {
        return (int) (offset % CHUNK);
    }

    private @Nullable LongBuffer chunkOf(long offset) {
        LongBuffer chunk = chunks.get(offset / CHUNK);
        if (chunk == null && hasRoom(offset)) {
            chunk = allocateElsewhere();
            chunks.put(offset / CHUNK, chunk);
        }
        return chunk;
    }

    private boolean hasRoom(long offset) {
        if (isOfTheIntake(offset)) {
            return true;
        }
        isClosedBehind |= chunksBehind >= FREE_CHUNKS + outcomes / OUTCOMES_FOR_A_CHUNK;
        chunksBehind += isClosedBehind ? 0 : 1;
        return !isClosedBehind;
    }

    /** Whether its chunk begins before the end. */
    private boolean isOfTheIntake(long offset) {
        return offset - offset % CHUNK < intakeEnd;
    }

    /** On another thread, since an interrupt of this one would close the file. Joining is no waiting that an interrupt ends. */
    private LongBuffer allocateElsewhere() {
        try {
            return CompletableFuture.supplyAsync(this::allocate).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof MappedFileException failed) {
                throw failed;
            }
            throw e;
        }
    }

    private LongBuffer allocate() {
        MappedFile target = file == null ? MappedFile.temporary(directory, "outcomes") : file;
        file = target;
        return target.append();
    }
}
