package io.sealstream.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.sealstream.core.verify.LedgerRecord.Undecodable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;

class FileLedgerReaderTest extends FileLedgerContract {
    @Override
    LedgerReader open() throws LedgerUnreadableException {
        return FileLedgerReader.open(file());
    }

    @Override
    LedgerReader openMissing() throws LedgerUnreadableException {
        return FileLedgerReader.open(directory.resolve("missing.jsonl"));
    }

    @Test
    void numbersRecordsByLine() throws IOException {
        createLedger();
        append(SampleLedger.events().subList(0, 3));

        Run run = read();

        assertThat(run.offsets()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void takesALastLineWithoutAnEnd() throws IOException {
        String whole = String.join("\n", SampleLedger.lines().subList(0, 3));
        Files.writeString(file(), whole);

        Run run = read();

        assertThat(run.result()).isEqualTo(new ReadResult.Complete());
        assertThat(run.events()).hasSize(3);
    }

    @Test
    void saysThatTheLastLineIsCutOff() throws IOException {
        String whole = String.join("\n", SampleLedger.lines().subList(0, 3));
        Files.writeString(file(), whole.substring(0, whole.length() - 20));

        Run run = read();

        assertThat(run.events()).hasSize(2);
        assertThat(run.records().getLast().content())
                .asInstanceOf(type(Undecodable.class))
                .extracting(Undecodable::reason)
                .asString()
                .startsWith("the last line is cut off");
    }

    @Test
    void takesNoByteOrderMark() throws IOException {
        Files.writeString(file(), "\uFEFF" + SampleLedger.lines().getFirst() + "\n");

        Run run = read();

        assertThat(run.records()).hasSize(1);
        assertThat(run.events()).isEmpty();
    }

    @Test
    void takesNoEmptyLine() throws IOException {
        Files.writeString(file(), SampleLedger.lines().getFirst() + "\n\n");

        Run run = read();

        assertThat(run.records()).hasSize(2);
        assertThat(run.events()).hasSize(1);
    }

    @Test
    void isIncompleteWhereTheFileIsCutWhileItIsRead() throws IOException {
        createLedger();
        for (int i = 0; i < 10; i++) {
            append(SampleLedger.events());
        }
        try (LedgerReader reader = open();
                FileChannel other = FileChannel.open(file(), StandardOpenOption.WRITE)) {
            other.truncate(1_000);

            Run run = read(reader);

            assertThat(run.result())
                    .asInstanceOf(type(ReadResult.Incomplete.class))
                    .extracting(ReadResult.Incomplete::reason)
                    .asString()
                    .contains("export.jsonl", "line 0", "shorter")
                    .hasLineCount(1);
        }
    }

    @Test
    void isUnreadableWhereItIsADirectory() {
        assertThatThrownBy(() -> FileLedgerReader.open(directory))
                .isInstanceOf(LedgerUnreadableException.class)
                .hasMessageContaining("is a directory");
    }
}
