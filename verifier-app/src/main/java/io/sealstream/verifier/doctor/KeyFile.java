package io.sealstream.verifier.doctor;

import io.sealstream.command.SecretFile;
import io.sealstream.core.event.PrivateKeyPem;
import io.sealstream.core.event.PublicKeyLine;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.PrivateKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A key's file, private as the commands that sign take it, or public (one line). No part of a private key leaves it.
 *
 * @param modeForOthers of a private key's file that others may read or write
 */
record KeyFile(Path file, boolean isPrivate, NamedPublicKey key, Optional<String> modeForOthers) {
    /** @throws IllegalArgumentException where the file holds no key that is known here */
    static KeyFile read(Path file) throws IOException {
        String text = Files.readString(file);
        return text.contains(PrivateKeyPem.BEGIN)
                ? new KeyFile(file, true, publicHalf(text), SecretFile.modeForOthers(file))
                : new KeyFile(file, false, PublicKeyLine.parse(text), Optional.empty());
    }

    private static NamedPublicKey publicHalf(String text) {
        PrivateKey key = PrivateKeyPem.parse(text);
        return new NamedPublicKey(key.keyId(), key.publicKey());
    }

    /** The public half's file, where {@code keygen} puts it. */
    String publicFile() {
        String name = file.toString();
        return isPrivate ? name.replaceAll("\\.pem$", "") + ".pub" : name;
    }
}
