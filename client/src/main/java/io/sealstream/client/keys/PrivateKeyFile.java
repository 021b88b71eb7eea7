package io.sealstream.client.keys;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.SecretFile;
import io.sealstream.core.event.PrivateKeyPem;
import io.sealstream.core.key.PrivateKey;
import java.nio.file.Path;

/** A private key in a file, as {@link PrivateKeyPem} describes it. */
public final class PrivateKeyFile {
    private PrivateKeyFile() {}

    /**
     * @param flag that names the file, for messages
     * @throws CommandFailure where it can't be read, is no such key, or others may read or write it
     */
    public static PrivateKey read(String flag, Path file) {
        String text = SecretFile.read(flag, file);
        try {
            return PrivateKeyPem.parse(text);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(flag + " " + file + ": " + e.getMessage());
        }
    }
}
