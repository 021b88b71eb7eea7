package io.sealstream.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.sealstream.core.event.SealedEvent;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that several read. */
class FilePiecesTest extends FileLedgerContract {
    private static final int READERS = 3;
    /** Of a piece; lines are longer. */
    private static final int WIDTH = 100;

    @Override
    LedgerReader open() throws LedgerUnreadableException {
        return FileLedgerReader.open(file(), READERS, WIDTH);
    }

    @Override
    LedgerReader openMissing() throws LedgerUnreadableException {
        return FileLedgerReader.open(directory.resolve("missing.jsonl"), READERS, WIDTH);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 100})
    void givesEachLineOnceWhereverAPieceBegins(long width) throws IOException {
        Files.writeString(file(), "a\n\nbc\n\n\ndefg\nh");

        try (LedgerReader reader = FileLedgerReader.open(file(), READERS, width)) {
            Run run = read(reader);

            assertThat(run.result()).isEqualTo(new ReadResult.Complete());
            assertThat(run.offsets()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
        }
    }

    @Test
    void readsTheFileThatItOpenedWhateverStandsUnderItsNameNow() throws IOException {
        List<SealedEvent> events = SampleLedger.events();
        createLedger();
        append(events);
        try (LedgerReader reader = open()) {
            Files.delete(file());
            Files.writeString(file(), "another file\n");

            Run run = read(reader);

            assertThat(run.result()).isEqualTo(new ReadResult.Complete());
            assertThat(run.events()).isEqualTo(events);
        }
    }

    @Test
    void numbersRecordsByLine() throws IOException {
        List<SealedEvent> events = SampleLedger.events();
        createLedger();
        append(events);

        Run run = read();

        assertThat(run.events()).isEqualTo(events);
        assertThat(run.offsets()).startsWith(1L, 2L, 3L).hasSize(events.size()).isSorted();
    }

    @Test
    void isIncompleteWhereTheFileIsCutWhileItIsRead() throws IOException {
        createLedger();
        append(SampleLedger.events());
        try (LedgerReader reader = open();
                FileChannel other = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            other.truncate(1_000);

            Run run = read(reader);

            assertThat(run.result())
                    .asInstanceOf(type(ReadResult.Incomplete.class))
                    .extracting(ReadResult.Incomplete::reason)
                    .asString()
                    .contains("export.jsonl", "line " + run.records().size(), "shorter")
                    .hasLineCount(1);
        }
    }
}
