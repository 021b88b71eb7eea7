package io.sealstream.core.event;

import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.PrivateKey;
import java.util.List;

/**
 * A private key as text: PKCS#8 in PEM, and before it the line {@code Key-Id: NAME}, which tools that read PEM pass over
 * (RFC 7468 section 2). So a key can't be parted from its id, nor used under another one by a wrong flag. A text without
 * the line, as openssl writes it, is the key whose id is {@link KeyId#of}.
 */
public final class PrivateKeyPem {
    /** What every such text has, and a public key's has not. */
    public static final String BEGIN = "-----BEGIN";

    private static final String KEY_ID = "Key-Id:";

    private PrivateKeyPem() {}

    public static String text(PrivateKey key) {
        return KEY_ID + ' ' + key.keyId() + '\n' + key.toPem();
    }

    /** @throws IllegalArgumentException where {@code text} is no such key, or names it more than once or as no key may be */
    public static PrivateKey parse(String text) {
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
