package io.sealstream.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFileTest {
    @TempDir
    private Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = directory.resolve("root.pem");
    }

    @Test
    void aNewFileIsItsOwnersAlone() throws IOException {
        SecretFile.create(file, "secret");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(SecretFile.read("--key", file)).isEqualTo("secret");
    }

    @Test
    void aFileThatIsThereIsLeftAsItIs() throws IOException {
        Files.writeString(file, "older");

        assertThatThrownBy(() -> SecretFile.create(file, "newer")).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(file).hasContent("older");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx"})
    void aFileThatOthersMayTouchIsRefusedWithTheWayToMendIt(String mode) throws IOException {
        Files.writeString(file, "secret");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));

        assertThatThrownBy(() -> SecretFile.read("--key", file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("--key", mode, "chmod 600 " + file);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> SecretFile.read("--key", file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("--key", file.toString());
    }
}
