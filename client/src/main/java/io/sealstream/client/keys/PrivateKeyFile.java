package io.sealstream.client.keys;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.SecretFile;
import io.sealstream.core.event.KeyIds;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.PrivateKey;
import java.nio.file.Path;
import java.util.List;

/**
 * A private key in a file: PKCS#8 in PEM, and before it the line {@code Key-Id: NAME}, which tools that read PEM
 * pass over (RFC 7468 section 2). So a key can't be parted from its id, nor used under another one by a wrong flag. A file
 * without the line, as openssl writes it, is the key whose id is {@link KeyId#of}.
 */
public final class PrivateKeyFile {
    private static final String KEY_ID = "Key-Id:";
    private static final String BEGIN = "-----BEGIN";

    private PrivateKeyFile() {}

    /**
     * @param flag that names the file, for messages
     * @throws CommandFailure where it can't be read, is no such key, or others may read or write it
     */
    public static PrivateKey read(String flag, Path file) {
        String text = SecretFile.read(flag, file);
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(flag + " " + file + ": " + e.getMessage());
        }
    }

    static String text(PrivateKey key) {
        return KEY_ID + ' ' + key.keyId() + '\n' + key.toPem();
    }

    static PrivateKey parse(String text) {
        PrivateKey key = PrivateKey.fromPem(text);
        List<String> ids = text.lines()
                .takeWhile(line -> !line.startsWith(BEGIN))
                .filter(line -> line.startsWith(KEY_ID))
                .map(line -> line.substring(KEY_ID.length()).strip())
                .toList();
        return switch (ids.size()) {
            case 0 -> key;
            case 1 -> key.withKeyId(KeyIds.checked(ids.getFirst()));
            default -> throw new IllegalArgumentException("it has " + ids.size() + " lines " + KEY_ID + "; leave one");
        };
    }
}
