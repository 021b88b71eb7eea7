package io.sealstream.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.reader.PiecewiseReading.PieceReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PiecewiseReadingTest {
    private static final int READERS = 3;
    private static final int ITEMS = 1_000;
    private static final long MIB = 1 << 20;

    private final List<Long> given = new ArrayList<>();

    private static PiecewiseReading<Long> reading(PieceReader<Long> reader, long itemSize) {
        return new PiecewiseReading<>(
                IntStream.range(0, READERS).mapToObj(i -> reader).toList(), item -> itemSize);
    }

    private static ReadResult whole(long piece, Consumer<Long> sink) {
        LongStream.range(piece * ITEMS, (piece + 1) * ITEMS).forEach(sink::accept);
        return new ReadResult.Complete();
    }

    private static List<Long> upTo(long end) {
        return LongStream.range(0, end).boxed().toList();
    }

    @Test
    void givesWhatPiecesHoldInTheirOrder() throws Exception {
        ReadResult result = reading(PiecewiseReadingTest::whole, 1).read(20, given::add);

        assertThat(result).isEqualTo(new ReadResult.Complete());
        assertThat(given).isEqualTo(upTo(20 * ITEMS));
    }

    @Test
    void waitsForAPieceThatIsSlowAndGivesItFirst() throws Exception {
        CountDownLatch othersAreRead = new CountDownLatch(2);
        PieceReader<Long> reader = (piece, sink) -> {
            if (piece == 0) {
                awaitIn(othersAreRead);
            }
            ReadResult result = whole(piece, sink);
            othersAreRead.countDown();
            return result;
        };

        reading(reader, 1).read(3, given::add);

        assertThat(given).isEqualTo(upTo(3 * ITEMS));
    }

    @Test
    void letsWhoIsAheadWaitWhereTooMuchIsHeld() throws Exception {
        AtomicInteger ahead = new AtomicInteger();
        PieceReader<Long> reader = (piece, sink) -> whole(piece, item -> {
            if (piece == 1) {
                ahead.incrementAndGet();
            }
            sink.accept(item);
        });
        List<Integer> seen = new ArrayList<>();

        reading(reader, MIB).read(2, item -> {
            given.add(item);
            if (item == ITEMS - 1) {
                seen.add(ahead.get());
            }
        });

        assertThat(given).isEqualTo(upTo(2 * ITEMS));
        assertThat(seen).singleElement().satisfies(count -> assertThat(count).isLessThan(32));
    }

    /** Lines that are empty, say: they take room in the heap, though they have no bytes. */
    @Test
    void countsItemsWithoutBytesToo() throws Exception {
        AtomicInteger ahead = new AtomicInteger();
        PieceReader<Long> reader = (piece, sink) -> {
            for (long i = 0; i < 1_000_000; i++) {
                if (piece == 1) {
                    ahead.incrementAndGet();
                }
                sink.accept(piece);
            }
            return new ReadResult.Complete();
        };
        List<Integer> seen = new ArrayList<>();

        reading(reader, 0).read(2, item -> {
            if (seen.isEmpty() && item == 1) {
                seen.add(ahead.get());
            }
        });

        assertThat(seen).singleElement().satisfies(count -> assertThat(count).isLessThan(100_000));
    }

    @Test
    void givesWhatWasReadBeforeAReaderThrew() {
        PieceReader<Long> reader = (piece, sink) -> {
            sink.accept(7L);
            throw new IllegalStateException("a bug");
        };

        assertThatThrownBy(() -> reading(reader, 1).read(1, given::add)).hasMessage("a bug");

        assertThat(given).containsExactly(7L);
    }

    @Test
    void takesAnItemThatIsLargerThanAllThatMayBeHeld() throws Exception {
        reading(
                        (piece, sink) -> {
                            sink.accept(piece);
                            return new ReadResult.Complete();
                        },
                        100 * MIB)
                .read(6, given::add);

        assertThat(given).isEqualTo(upTo(6));
    }

    @Test
    void endsWithTheFirstPieceThatIsIncomplete() throws Exception {
        PieceReader<Long> reader = (piece, sink) -> piece == 4 || piece == 5
                ? new ReadResult.Incomplete("piece " + piece + " is lost")
                : whole(piece, sink);

        ReadResult result = reading(reader, 1).read(20, given::add);

        assertThat(result).isEqualTo(new ReadResult.Incomplete("piece 4 is lost"));
        assertThat(given).isEqualTo(upTo(4 * ITEMS));
    }

    @Test
    void isUnreadableWhereTheFirstPieceIs() {
        assertThatThrownBy(() -> reading(unreadable(0), 1).read(3, given::add))
                .isInstanceOf(LedgerUnreadableException.class)
                .hasMessage("no permission");
    }

    @Test
    void isIncompleteWhereALaterPieceIsUnreadable() throws Exception {
        ReadResult result = reading(unreadable(2), 1).read(3, given::add);

        assertThat(result).isEqualTo(new ReadResult.Incomplete("no permission"));
        assertThat(given).isEqualTo(upTo(2 * ITEMS));
    }

    private static PieceReader<Long> unreadable(long which) {
        return (piece, sink) -> {
            if (piece == which) {
                throw new LedgerUnreadableException(LedgerUnreadableException.Reason.NOT_PERMITTED, "no permission");
            }
            return whole(piece, sink);
        };
    }

    @Test
    void throwsWhatAReaderThrows() {
        PieceReader<Long> reader = (piece, sink) -> {
            throw new IllegalStateException("a bug");
        };

        assertThatThrownBy(() -> reading(reader, 1).read(3, given::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a bug");
    }

    @Test
    void endsItsReadersWhereTheSinkThrows() {
        AtomicInteger running = new AtomicInteger();
        PieceReader<Long> reader = (piece, sink) -> {
            running.incrementAndGet();
            try {
                return whole(piece, sink);
            } finally {
                running.decrementAndGet();
            }
        };

        assertThatThrownBy(() -> reading(reader, MIB).read(30, item -> {
                    throw new IllegalStateException("the sink is full");
                }))
                .hasMessage("the sink is full");

        assertThat(running).hasValue(0);
    }

    @Test
    void endsWhereTheCallingThreadIsInterrupted() {
        PieceReader<Long> reader = (piece, sink) -> {
            awaitIn(new CountDownLatch(1));
            return new ReadResult.Complete();
        };
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> reading(reader, 1).read(3, given::add)).isInstanceOf(InterruptException.class);

        assertThat(Thread.interrupted()).isTrue();
    }

    private static void awaitIn(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
