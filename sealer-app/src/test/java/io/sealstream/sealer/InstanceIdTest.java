package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.command.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceIdTest {
    @TempDir
    Path directory;

    @Test
    void isTheSameForAsLongAsTheDirectoryStays() {
        String first = InstanceId.of(directory);

        assertThat(InstanceId.of(directory)).isEqualTo(first);
    }

    @Test
    void movesWithTheDirectory() throws IOException {
        Path before = Files.createDirectory(directory.resolve("before"));
        String first = InstanceId.of(before);
        Path after = Files.move(before, directory.resolve("after"));

        assertThat(InstanceId.of(after)).isEqualTo(first);
    }

    @Test
    void isAnotherOneInAnotherDirectory() throws IOException {
        Path other = Files.createDirectory(directory.resolve("other"));

        assertThat(InstanceId.of(other)).isNotEqualTo(InstanceId.of(directory));
    }

    @Test
    void isAnotherOneInACopy() throws IOException {
        String first = InstanceId.of(directory);
        Path copy = Files.createDirectory(directory.resolve("copy"));
        Files.copy(directory.resolve("instance"), copy.resolve("instance"));

        assertThat(InstanceId.of(copy)).isNotEqualTo(first);
    }

    @Test
    void namesTheFileThatCannotBeWritten() {
        assertThatThrownBy(() -> InstanceId.of(directory.resolve("missing")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("missing/instance");
    }
}
