package io.sealstream.verifier.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.EventId;
import io.sealstream.verifier.mapped.MappedFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptEventIdsTest {
    /** Enough to split segments, some of them twice. */
    private static final long MANY = 900_000;

    @TempDir
    private Path directory;

    @Test
    void eachIdIsNewOnceHoweverManyThereAre() {
        try (KeptEventIds ids = KeptEventIds.temporary()) {
            assertThat(count(ids, 0, MANY)).isEqualTo(MANY);
            assertThat(count(ids, 0, MANY)).isZero();
        }
    }

    @Test
    void whatWasKeptIsThereInALaterRun() throws IOException {
        Path file = directory.resolve("ids");
        IdIndex index;
        try (KeptEventIds ids = KeptEventIds.create(file)) {
            assertThat(count(ids, 0, MANY)).isEqualTo(MANY);
            index = ids.complete();
        }
        assertThat(file).hasSize(index.fileBytes());

        try (KeptEventIds ids = KeptEventIds.open(file, index)) {
            assertThat(count(ids, 0, MANY)).isZero();
            assertThat(count(ids, MANY, MANY + 100_000)).isEqualTo(100_000);
        }
    }

    @Test
    void aPlaceWithoutADirectoryIsNamedInOneLine() {
        assertThatThrownBy(() -> KeptEventIds.create(directory.resolve("missing/ids")))
                .isInstanceOf(MappedFileException.class)
                .hasMessageContaining("missing/ids")
                .hasMessageContaining("make room there");
    }

    @Test
    void anIndexOfNoFileIsRefused() {
        assertThatThrownBy(() -> new IdIndex(Bytes.EMPTY, 1, List.of(0, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IdIndex(Bytes.EMPTY, 1, List.of(0, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static long count(KeptEventIds ids, long from, long to) {
        return LongStream.range(from, to)
                .filter(number -> ids.claim(new EventId("event-" + number)).add())
                .count();
    }
}
