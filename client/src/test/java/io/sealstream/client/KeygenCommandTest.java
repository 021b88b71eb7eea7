package io.sealstream.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.CommandProcess;
import io.sealstream.command.CommandProcess.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeygenCommandTest {
    @TempDir
    private Path directory;

    private final CommandProcess command = new CommandProcess(ClientCommand.class);

    @Test
    void printsTheKeyIdAndLeavesAPrivateAndAPublicFile() throws IOException {
        Path file = directory.resolve("till.pem");

        Ended ended = command.run("keygen", "--out", file.toString(), "--name", "till-7");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).isEqualTo("till-7\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(file).content().startsWith("Key-Id: till-7\n-----BEGIN PRIVATE KEY-----\n");
        assertThat(directory.resolve("till.pub")).content().matches("Ed25519 [A-Za-z0-9+/]{43}= till-7\n");
    }

    @Test
    void inADirectoryTheFilesAreNamedAfterTheKey() {
        Ended ended = command.run("keygen", "--out", directory.toString());

        String keyId = ended.out().strip();
        assertThat(keyId).matches("ed25519-[0-9a-f]{16}");
        assertThat(directory.resolve(keyId + ".pem")).exists();
        assertThat(directory.resolve(keyId + ".pub")).exists();
    }

    @Test
    void aDirectoryThatIsNotThereIsMadeWhereASlashSaysThatItIsOne() {
        Ended ended = command.run("keygen", "--out", directory + "/new/keys/", "--name", "till-7");

        assertThat(ended.exitCode()).isZero();
        assertThat(directory.resolve("new/keys/till-7.pem")).isRegularFile();
        assertThat(directory.resolve("new/keys/till-7.pub")).isRegularFile();
    }

    @Test
    void anExistingKeyIsNotOverwritten() throws IOException {
        Path file = Files.writeString(directory.resolve("till.pem"), "older");

        Ended ended = command.run("keygen", "--out", file.toString());

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.complaints()).singleElement().asString().contains(file.toString(), "not overwritten");
        assertThat(file).hasContent("older");
        assertThat(directory.resolve("till.pub")).doesNotExist();
    }

    @Test
    void aNameThatNoLedgerTakesIsAUsageError() {
        Ended ended = command.run("keygen", "--out", directory.toString(), "--name", "x".repeat(129));

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.complaints()).singleElement().asString().contains("--name", "1 to 128");
    }
}
