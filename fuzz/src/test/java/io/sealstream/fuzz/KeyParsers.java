package io.sealstream.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.client.keys.PrivateKeyFile;
import io.sealstream.command.CommandFailure;
import io.sealstream.command.PublicFile;
import io.sealstream.core.Bytes;
import io.sealstream.core.event.PublicKeyLine;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.PrivateKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Key files, as people and other tools write them. */
final class KeyParsers {
    private KeyParsers() {}

    static List<Parser> all() {
        Path file = emptyFile();
        return List.of(
                new Parser("public-key-file", samples(KeyParsers::publicText), input -> publicKey(file, input)),
                new Parser("private-key-file", samples(KeyParsers::privateText), input -> privateKey(file, input)),
                new Parser("pkcs8", samples(key -> key.toPkcs8().toByteArray()), KeyParsers::pkcs8));
    }

    private static List<byte[]> samples(Function<PrivateKey, byte[]> form) {
        return Samples.KEYS.stream().map(form).toList();
    }

    private static byte[] publicText(PrivateKey key) {
        return utf8(new NamedPublicKey(key.keyId(), key.publicKey()).toText() + '\n');
    }

    private static byte[] privateText(PrivateKey key) {
        return utf8("Key-Id: " + key.keyId() + '\n' + key.toPem());
    }

    private static boolean publicKey(Path file, byte[] input) throws IOException {
        Files.write(file, input);
        try {
            NamedPublicKey key = PublicFile.read("--key", file, PublicKeyLine::parse);
            assertThat(PublicKeyLine.parse(key.toText())).isEqualTo(key);
            return true;
        } catch (CommandFailure e) {
            return false;
        }
    }

    private static boolean privateKey(Path file, byte[] input) throws IOException {
        Files.write(file, input);
        try {
            PrivateKey key = PrivateKeyFile.read("--key", file);
            requireReadAgain(key);
            return true;
        } catch (CommandFailure e) {
            return false;
        }
    }

    private static boolean pkcs8(byte[] input) {
        try {
            requireReadAgain(PrivateKey.fromPkcs8(Bytes.of(input)));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void requireReadAgain(PrivateKey key) {
        assertThat(PrivateKey.fromPkcs8(key.toPkcs8()).publicKey()).isEqualTo(key.publicKey());
    }

    /** Its owner's alone, as a private key must be. */
    private static Path emptyFile() {
        try {
            Path file = Files.createTempFile("key", ".pem");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
