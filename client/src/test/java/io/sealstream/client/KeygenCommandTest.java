package io.sealstream.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.client.keys.PrivateKeyFile;
import io.sealstream.command.CommandProcess;
import io.sealstream.command.CommandProcess.Ended;
import io.sealstream.command.PublicFile;
import io.sealstream.core.event.PublicKeyLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({"ECDSA-P256-SHA256,ECDSA-P256-SHA256,124", "ml-dsa-65,ML-DSA-65,2604"})
    void keysOfOtherAlgorithmsAreMadeAsWell(String typed, String algorithm, int publicKeyDigits) throws IOException {
        Ended ended = command.run("keygen", "--out", directory.toString(), "--algorithm", typed);

        String keyId = ended.out().strip();
        Path privateKey = directory.resolve(keyId + ".pem");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(keyId).startsWith(typed.toLowerCase(Locale.ROOT) + '-');
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(privateKey)))
                .isEqualTo("rw-------");
        assertThat(directory.resolve(keyId + ".pub"))
                .content()
                .matches(algorithm + " [A-Za-z0-9+/=]{" + publicKeyDigits + "} " + keyId + "\n");
        assertThat(PrivateKeyFile.read("--key", privateKey).publicKey())
                .isEqualTo(PublicFile.read("--public-key", directory.resolve(keyId + ".pub"), PublicKeyLine::parse)
                        .publicKey());
    }

    @Test
    void anAlgorithmThatThereIsNotIsAUsageErrorThatNamesThoseThereAre() {
        Ended ended = command.run("keygen", "--out", directory.toString(), "--algorithm", "opaque");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.complaints())
                .singleElement()
                .asString()
                .contains("--algorithm", "opaque", "ed25519, ecdsa-p256-sha256, ml-dsa-65");
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
