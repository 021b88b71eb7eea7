package io.sealstream.verifier.ids;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.EventId;
import io.sealstream.verifier.mapped.MappedFile;
import io.sealstream.verifier.mapped.MappedFileException;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptEventIdsTest {
    /** Enough to split segments, some of them twice. */
    private static final long MANY = 900_000;
    /** A segment has room for them. */
    private static final long FEW = 1_000;
    /** It has none for so many. */
    private static final long TOO_MANY = 200_000;

    @TempDir
    private Path directory;

    /** A disk that has room for one segment, or for some. */
    private static final class SmallFile extends MappedFile {
        private int room;

        SmallFile(Path path, int room) throws IOException {
            super(Files.createFile(path));
            this.room = room;
        }

        @Override
        public synchronized LongBuffer append() {
            if (room == 0) {
                throw failed(new IOException("No space left on device"));
            }
            room--;
            return super.append();
        }
    }

    @Test
    void eachIdIsNewOnceHoweverManyThereAre() {
        try (KeptEventIds ids = KeptEventIds.temporary()) {
            assertThat(count(ids, 0, MANY)).isEqualTo(MANY);
            assertThat(count(ids, 0, MANY)).isZero();
        }
    }

    @Test
    void whatWasKeptIsThereInALaterRun() throws IOException {
        EarlierIds kept = keep(0, MANY);

        try (KeptEventIds ids = KeptEventIds.in(directory, "ids-", List.of(kept))) {
            assertThat(count(ids, 0, MANY)).isZero();
            assertThat(count(ids, MANY, MANY + FEW)).isEqualTo(FEW);
            assertThat(count(ids, MANY, MANY + FEW)).isZero();
        }
    }

    @Test
    void aFewNewIdsLeaveALargeFileAsItIs() throws IOException {
        EarlierIds large = keep(0, MANY);

        try (KeptEventIds ids = KeptEventIds.in(directory, "ids-", List.of(large))) {
            count(ids, MANY, MANY + FEW);
            KeptEventIds.Left left = ids.complete();

            assertThat(left.earlier()).isEqualTo(1);
            assertThat(left.added()).isNotNull();
            assertThat(ids.file()).hasSize(IdSegment.BYTES);
        }
    }

    @Test
    void aFileThatIsNotMuchLargerIsJoined() throws IOException {
        EarlierIds first = keep(0, FEW);
        EarlierIds both;
        try (KeptEventIds ids = KeptEventIds.in(directory, "ids-", List.of(first))) {
            count(ids, FEW, 2 * FEW);
            KeptEventIds.Left left = ids.complete();

            assertThat(left.earlier()).isZero();
            both = open(ids.file(), left);
        }

        try (KeptEventIds ids = KeptEventIds.in(directory, "ids-", List.of(both))) {
            assertThat(count(ids, 0, 3 * FEW)).isEqualTo(FEW);
        }
    }

    @Test
    void withoutANewIdNoFileIsNeeded() throws IOException {
        EarlierIds kept = keep(0, FEW);

        try (KeptEventIds ids = KeptEventIds.in(directory, "ids-", List.of(kept))) {
            count(ids, 0, FEW);

            assertThat(ids.complete()).isEqualTo(new KeptEventIds.Left(1, null));
        }
    }

    @Test
    void aPlaceWithoutADirectoryIsNamedInOneLine() {
        assertThatThrownBy(() -> KeptEventIds.in(directory.resolve("missing"), "ids-", List.of()))
                .isInstanceOf(MappedFileException.class)
                .hasMessageContaining("missing")
                .hasMessageContaining("make room there");
    }

    @Test
    void aDiskThatIsFullAtOnceIsToldAndLeavesNothing() {
        Path file = directory.resolve("ids");

        assertThatThrownBy(() -> new KeptEventIds(new SmallFile(file, 0), List.of()))
                .isInstanceOf(MappedFileException.class)
                .hasMessageContaining("could not be kept in " + file + ": No space left on device")
                .hasMessageContaining("make room there");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aDiskThatGetsFullIsTold() throws IOException {
        Path file = directory.resolve("ids");

        try (KeptEventIds ids = new KeptEventIds(new SmallFile(file, 1), List.of())) {
            assertThatThrownBy(() -> count(ids, 0, TOO_MANY))
                    .isInstanceOf(MappedFileException.class)
                    .hasMessageContaining("could not be kept in " + file + ": No space left on device");
        }
    }

    @Test
    void noRoomForASegmentThatNobodyNeedsIsNoFault() throws IOException {
        try (KeptEventIds ids = new KeptEventIds(new SmallFile(directory.resolve("ids"), 2), List.of())) {
            count(ids, 0, TOO_MANY);

            EarlierIds kept = open(ids.file(), ids.complete());

            assertThat(ids.file()).hasSize(2 * IdSegment.BYTES);
            assertThat(kept.fileBytes()).isEqualTo(2 * IdSegment.BYTES);
        }
    }

    @Test
    void anIndexOfNoFileIsRefused() {
        assertThatThrownBy(() -> new IdIndex(Bytes.EMPTY, 1, List.of(0, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IdIndex(Bytes.EMPTY, 1, List.of(0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private EarlierIds keep(long from, long to) throws IOException {
        try (KeptEventIds ids = KeptEventIds.in(directory, "ids-", List.of())) {
            assertThat(count(ids, from, to)).isEqualTo(to - from);
            return open(ids.file(), ids.complete());
        }
    }

    private static EarlierIds open(Path file, KeptEventIds.Left left) throws IOException {
        return EarlierIds.open(file, requireNonNull(left.added()));
    }

    private static long count(KeptEventIds ids, long from, long to) {
        return LongStream.range(from, to)
                .filter(number -> ids.claim(new EventId("event-" + number)).add())
                .count();
    }
}
