package io.sealstream.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Has pieces read by several threads, and gives what they hold in the order of the pieces, on the calling thread. With n
 * readers each reads every n-th piece. One that is ahead waits: what it has read and nobody has taken is bounded in bytes.
 *
 * @param <T> of which a piece holds many
 */
final class PiecewiseReading<T> {
    /** Of each reader that is ahead; and one more item, which may be larger. */
    private static final int AHEAD_BYTES = 16 << 20;
    /** About what an item takes besides its bytes: there can be any number of empty ones. */
    private static final int ITEM_BYTES = 256;
    /** Handing over one by one would cost more than reading. */
    private static final int HANDED_OVER = 256;

    private final List<? extends PieceReader<T>> readers;
    private final ToLongFunction<T> size;
    private final List<Ahead<T>> ahead;

    /** Reads pieces, in their order, on one thread. */
    interface PieceReader<T> {
        /** @throws LedgerUnreadableException where not even the first one could be asked for */
        ReadResult read(long piece, Consumer<T> sink) throws LedgerUnreadableException;
    }

    private sealed interface Part<T> {}

    private record Items<T>(List<T> items, int bytes) implements Part<T> {}

    private record EndOfPiece<T>(ReadResult result) implements Part<T> {}

    private record Failed<T>(Throwable thrown) implements Part<T> {}

    /** @param size of an item, in bytes */
    PiecewiseReading(List<? extends PieceReader<T>> readers, ToLongFunction<T> size) {
        this.readers = List.copyOf(readers);
        this.size = size;
        this.ahead = readers.stream().map(reader -> new Ahead<T>()).toList();
    }

    /**
     * Once.
     *
     * @param pieces how many there are
     * @throws InterruptException where the calling thread was interrupted
     */
    ReadResult read(long pieces, Consumer<T> sink) throws LedgerUnreadableException {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("reader-", 0).daemon().factory())) {
            try {
                for (int reader = 0; reader < readers.size(); reader++) {
                    int number = reader;
                    threads.execute(() -> readEveryNth(number, pieces));
                }
                return join(pieces, sink);
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private ReadResult join(long pieces, Consumer<T> sink) throws InterruptedException, LedgerUnreadableException {
        for (long piece = 0; piece < pieces; piece++) {
            ReadResult result = take(ahead.get((int) (piece % readers.size())), piece == 0, sink);
            if (result instanceof ReadResult.Incomplete) {
                return result;
            }
        }
        return new ReadResult.Complete();
    }

    private ReadResult take(Ahead<T> from, boolean isFirst, Consumer<T> sink)
            throws InterruptedException, LedgerUnreadableException {
        while (true) {
            switch (from.take()) {
                case Items<T> part -> part.items().forEach(sink);
                case EndOfPiece<T>(ReadResult result) -> {
                    return result;
                }
                case Failed<T>(LedgerUnreadableException thrown) -> {
                    if (isFirst) {
                        throw thrown;
                    }
                    return new ReadResult.Incomplete(String.valueOf(thrown.getMessage()));
                }
                case Failed<T>(RuntimeException thrown) -> throw thrown;
                case Failed<T>(Error thrown) -> throw thrown;
                case Failed<T>(Throwable thrown) -> throw new IllegalStateException(thrown);
            }
        }
    }

    /** Whoever joins is told how it ended in any case; mostly it has ended too where this was interrupted. */
    private void readEveryNth(int number, long pieces) {
        Ahead<T> target = ahead.get(number);
        for (long piece = number; piece < pieces; piece += readers.size()) {
            Collected collected = new Collected(target);
            try {
                ReadResult result = readers.get(number).read(piece, collected);
                collected.handOver();
                target.put(new EndOfPiece<>(result), 0);
            } catch (InterruptedException | LedgerUnreadableException | RuntimeException | Error e) {
                collected.tell();
                target.tell(new Failed<>(e));
                return;
            }
        }
    }

    /** What was read of a piece since it was last handed over. */
    private final class Collected implements Consumer<T> {
        private final Ahead<T> target;
        private List<T> items = new ArrayList<>();
        private long bytes;

        Collected(Ahead<T> target) {
            this.target = target;
        }

        @Override
        public void accept(T item) {
            items.add(item);
            bytes += ITEM_BYTES + size.applyAsLong(item);
            if (items.size() >= HANDED_OVER || bytes >= AHEAD_BYTES / 4) {
                try {
                    handOver();
                } catch (InterruptedException e) {
                    throw new InterruptException(e);
                }
            }
        }

        /** Without waiting for room, where no more follows. */
        void tell() {
            target.tell(new Items<>(items, 0));
            items = new ArrayList<>();
        }

        void handOver() throws InterruptedException {
            int room = (int) Math.min(bytes, AHEAD_BYTES);
            target.put(new Items<>(items, room), room);
            items = new ArrayList<>(HANDED_OVER);
            bytes = 0;
        }
    }

    /** Between a reader and whoever joins. */
    private static final class Ahead<T> {
        private final BlockingQueue<Part<T>> parts = new LinkedBlockingQueue<>();
        private final Semaphore room = new Semaphore(AHEAD_BYTES);

        void put(Part<T> part, int bytes) throws InterruptedException {
            room.acquire(bytes);
            tell(part);
        }

        void tell(Part<T> part) {
            parts.add(part);
        }

        Part<T> take() throws InterruptedException {
            Part<T> part = parts.take();
            if (part instanceof Items<T> items) {
                room.release(items.bytes());
            }
            return part;
        }
    }
}
