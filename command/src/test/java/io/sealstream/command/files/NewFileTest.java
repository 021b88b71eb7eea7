package io.sealstream.command.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {
    @TempDir
    private Path directory;

    @Test
    void whatAnEarlierProcessOfTheSameIdLeftIsNoHindrance() throws IOException {
        Path place = directory.resolve("report");
        Path leftover = Files.writeString(
                directory.resolve("report." + ProcessHandle.current().pid() + ".tmp"), "half");

        WholeFile.write(place, "whole");

        assertThat(place).hasContent("whole");
        assertThat(directory.toFile().listFiles()).containsExactlyInAnyOrder(place.toFile(), leftover.toFile());
    }

    @Test
    void severalGrowBesideOnePlace() throws IOException {
        Path place = directory.resolve("report");

        try (NewFile first = NewFile.at(place);
                NewFile second = NewFile.at(place)) {
            first.append("first");
            second.append("second");
            first.complete();
        }

        assertThat(place).hasContent("first");
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void hasTheModeOfAnyNewFile() throws IOException {
        Path usual = Files.createFile(directory.resolve("usual"));

        WholeFile.write(directory.resolve("report"), "text");

        assertThat(Files.getPosixFilePermissions(directory.resolve("report")))
                .isEqualTo(Files.getPosixFilePermissions(usual));
    }

    @Test
    void aSecretIsItsOwnersAlone() throws IOException {
        WholeFile.writeSecret(directory.resolve("key"), "text");

        assertThat(Files.getPosixFilePermissions(directory.resolve("key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void anInterruptedThreadWritesOn() throws IOException {
        Path place = directory.resolve("report");
        Thread.currentThread().interrupt();

        try {
            WholeFile.write(place, "whole");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(place).hasContent("whole");
    }
}
