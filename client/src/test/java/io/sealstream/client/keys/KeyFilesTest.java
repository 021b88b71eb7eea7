package io.sealstream.client.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.PublicFile;
import io.sealstream.core.Bytes;
import io.sealstream.core.event.PrivateKeyPem;
import io.sealstream.core.event.PublicKeyLine;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.PrivateKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFilesTest {
    private static final Ed25519SigningKey UNNAMED = Ed25519SigningKey.ofSeed(Bytes.wrap(new byte[32]));
    private static final Ed25519SigningKey KEY = UNNAMED.withKeyId(new KeyId("till 7"));

    @TempDir
    private Path directory;

    @Test
    void bothFilesGiveBackWhatWentIn() throws IOException {
        KeyPairFiles files = KeyPairFiles.at(directory.resolve("till.pem"), "till 7");

        files.create(KEY);

        PrivateKey read = PrivateKeyFile.read("--key", files.privateKey());
        assertThat(read.keyId()).isEqualTo(KEY.keyId());
        assertThat(read.toPem()).isEqualTo(KEY.toPem());
        assertThat(PublicFile.read("--public-key", files.publicKey(), PublicKeyLine::parse))
                .isEqualTo(new NamedPublicKey(KEY.keyId(), KEY.publicKey()));
    }

    @Test
    void thePrivateFileIsItsOwnersAlone() throws IOException {
        KeyPairFiles files = KeyPairFiles.at(directory.resolve("till.pem"), "till 7");

        files.create(KEY);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.privateKey())))
                .isEqualTo("rw-------");
    }

    @Test
    void theNamesAreThoseOfTheFileOrOfTheKeyInADirectory() {
        assertThat(KeyPairFiles.at(directory.resolve("a.pem"), "id"))
                .isEqualTo(new KeyPairFiles(directory.resolve("a.pem"), directory.resolve("a.pub")));
        assertThat(KeyPairFiles.at(directory.resolve("a"), "id"))
                .isEqualTo(new KeyPairFiles(directory.resolve("a"), directory.resolve("a.pub")));
        assertThat(KeyPairFiles.at(directory, "id"))
                .isEqualTo(new KeyPairFiles(directory.resolve("id.pem"), directory.resolve("id.pub")));
    }

    @Test
    void aKeyIdThatIsNoFilesNameNeedsAFile() {
        assertThatThrownBy(() -> KeyPairFiles.at(directory, "../till"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("../till", "give a file");
    }

    @Test
    void anExistingPublicFileKeepsThePrivateOneFromBeingMade() throws IOException {
        KeyPairFiles files = KeyPairFiles.at(directory.resolve("till.pem"), "till");
        Files.writeString(files.publicKey(), "older");

        assertThatThrownBy(() -> files.create(KEY)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(files.privateKey()).doesNotExist();
        assertThat(files.publicKey()).hasContent("older");
    }

    @Test
    void aKeyThatOpensslMadeHasTheIdOfItsPublicKey() {
        assertThat(PrivateKeyPem.parse(UNNAMED.toPem()).keyId()).isEqualTo(KeyId.of(UNNAMED.publicKey()));
    }

    /** Made by OpenSSL 3.0.19 as docs/operations.md says. */
    @Test
    void aPairThatOpensslMadeOnP256IsReadAsThatOfKeygen() throws IOException {
        Path privateKey = Files.writeString(directory.resolve("till-8.pem"), """
                Key-Id: till-8
                -----BEGIN PRIVATE KEY-----
                MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgSOctBganJIIwRHF9
                gRrBRXdCFDeOAnszbQciDp/bfoWhRANCAAQ4r7bMaeBlRSHMiyNehRgd8aB9WYAJ
                S+xJEhE1TYuAMPvPqB2mor3pTcwiHo+z8cAn6YEQC3d0MCgwPMmpLjiw
                -----END PRIVATE KEY-----
                """);
        Files.setPosixFilePermissions(privateKey, PosixFilePermissions.fromString("rw-------"));
        Path publicKey = Files.writeString(
                directory.resolve("till-8.pub"),
                "ECDSA-P256-SHA256 MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEOK+2zGngZUUhzIsjXoUYHfGgfVmACUvsSRIRNU2LgDD7"
                        + "z6gdpqK96U3MIh6Ps/HAJ+mBEAt3dDAoMDzJqS44sA== till-8\n");

        PrivateKey read = PrivateKeyFile.read("--key", privateKey);

        assertThat(PublicFile.read("--public-key", publicKey, PublicKeyLine::parse))
                .isEqualTo(new NamedPublicKey(read.keyId(), read.publicKey()));
    }

    @Test
    void twoIdsAreOneTooMany() {
        String text = "Key-Id: a\nKey-Id: b\n" + KEY.toPem();

        assertThatThrownBy(() -> PrivateKeyPem.parse(text)).hasMessageContaining("2 lines Key-Id:");
    }

    @Test
    void whatIsNoKeyIsNamedWithTheFlag() throws IOException {
        Path file = Files.writeString(directory.resolve("key.pem"), "nothing");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThatThrownBy(() -> PrivateKeyFile.read("--root-key", file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("--root-key", file.toString(), "PRIVATE KEY");
    }

    @Test
    void aPublicKeyThatNoLedgerTakesIsRefused() throws IOException {
        Path file = directory.resolve("weak.pub");
        Files.writeString(file, "Ed25519 AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= weak");

        assertThatThrownBy(() -> PublicFile.read("--public-key", file, PublicKeyLine::parse))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("--public-key", file.toString(), "Ed25519");
    }
}
