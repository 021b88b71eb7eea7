package io.sealstream.verifier.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFileTest {
    @TempDir
    private Path directory;

    @Test
    void aFirstExportTakesItsNameWhenItIsComplete() throws IOException {
        try (ExportFile export = ExportFile.open(file())) {
            export.append("one");
            assertThat(file()).doesNotExist();

            export.finish();
        }

        assertThat(file()).hasContent("one\n");
        assertThat(part()).doesNotExist();
    }

    @Test
    void whatWasWrittenBeforeItStoppedIsKept() throws IOException {
        try (ExportFile export = ExportFile.open(file())) {
            export.append("one");
        }

        assertThat(part()).hasContent("one\n");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aLineThatWasCutOffIsDropped() throws IOException {
        Files.writeString(part(), "one\ntwö\nthr");

        try (ExportFile export = ExportFile.open(file())) {
            assertThat(export.linesBefore()).isEqualTo(2);
            assertThat(export.lastLineBefore()).isEqualTo("twö");
            export.append("three");
            export.finish();
        }

        assertThat(file()).hasContent("one\ntwö\nthree\n");
    }

    @Test
    void aCompleteExportGrowsInACopy() throws IOException {
        Files.writeString(file(), "one\n");

        try (ExportFile export = ExportFile.open(file())) {
            export.append("two");
            export.finish();
        }

        assertThat(file()).hasContent("one\ntwo\n");
        assertThat(part()).doesNotExist();
    }

    @Test
    void linesOfAnyLengthAreCounted() throws IOException {
        String longLine = "x".repeat(200_000);
        Files.writeString(part(), "\n" + longLine + "\n");

        try (ExportFile export = ExportFile.open(file())) {
            assertThat(export.linesBefore()).isEqualTo(2);
            assertThat(export.lastLineBefore()).isEqualTo(longLine);
        }
    }

    @Test
    void twoExportsDoNotWriteToOneFile() throws IOException {
        try (ExportFile first = ExportFile.open(file())) {
            first.append("one");

            assertThatThrownBy(() -> ExportFile.open(file()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another export is writing");
        }
    }

    private Path file() {
        return directory.resolve("test.jsonl");
    }

    @Test
    void whatIsNoExportIsLeftAsItIs() throws IOException {
        Files.writeString(file(), "a shopping list");

        assertThatThrownBy(() -> ExportFile.open(file())).hasMessageContaining("is no export");
        assertThat(file()).hasContent("a shopping list");
    }

    @Test
    void anExportThatIsRefusedLeavesNothingBehind() throws IOException {
        Files.writeString(file(), "one\nhalf a li");

        ExportFile.open(file()).close();

        assertThat(file()).hasContent("one\nhalf a li");
        assertThat(part()).doesNotExist();
    }

    private Path part() {
        return directory.resolve("test.jsonl.part");
    }
}
