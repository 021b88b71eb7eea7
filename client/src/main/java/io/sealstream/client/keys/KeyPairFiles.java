package io.sealstream.client.keys;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.SecretFile;
import io.sealstream.core.event.PrivateKeyPem;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.PrivateKey;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where a key and its public half go: {@code NAME.pem} and {@code NAME.pub} beside it.
 *
 * @param privateKey mode 0600
 */
public record KeyPairFiles(Path privateKey, Path publicKey) {
    private static final String PRIVATE_ENDING = ".pem";
    private static final String PUBLIC_ENDING = ".pub";

    /** @param out a directory, in which the files are named after the key id; or the private key's file */
    public static KeyPairFiles at(Path out, String keyId) {
        if (Files.isDirectory(out)) {
            return in(out, keyId);
        }
        String name = String.valueOf(out.getFileName());
        String stem = name.endsWith(PRIVATE_ENDING) ? name.substring(0, name.length() - PRIVATE_ENDING.length()) : name;
        return new KeyPairFiles(out, out.resolveSibling(stem + PUBLIC_ENDING));
    }

    /** Named after the key id. */
    public static KeyPairFiles in(Path directory, String keyId) {
        if (!keyId.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*")) {
            throw CommandFailure.usage("--out " + directory + " is a directory, and the key id \"" + keyId
                    + "\" is no file's name; give a file");
        }
        return new KeyPairFiles(directory.resolve(keyId + PRIVATE_ENDING), directory.resolve(keyId + PUBLIC_ENDING));
    }

    /** Makes both, or neither where one is there already. */
    public void create(PrivateKey key) throws IOException {
        if (Files.exists(publicKey)) {
            throw new FileAlreadyExistsException(publicKey.toString());
        }
        SecretFile.create(privateKey, PrivateKeyPem.text(key));
        Files.writeString(
                publicKey,
                new NamedPublicKey(key.keyId(), key.publicKey()).toText() + '\n',
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
    }
}
