package io.sealstream.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicFileTest {
    @TempDir
    Path directory;

    @Test
    void aPrivateKeyIsRefusedForWhatItIs() throws Exception {
        Path file = Files.writeString(
                directory.resolve("root.pem"), "Key-Id: root-1\n-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n");

        assertThatThrownBy(() -> PublicFile.read("--root-key", file, text -> text))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("--root-key", file.toString(), "is a private key", ".pub")
                .hasMessageNotContaining("c2VjcmV0");
    }
}
