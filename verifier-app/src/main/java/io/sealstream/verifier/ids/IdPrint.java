package io.sealstream.verifier.ids;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sha256;
import io.sealstream.core.event.EventId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;

/**
 * What stands for an event id: 127 bits of SHA-256 over a secret key and the id.
 *
 * <p>Equal ids have equal prints, so no id that occurs twice is ever missed. Two different ids have the same print with a
 * probability of n^2 / 2^128 among n ids, some 3 x 10^-21 for a thousand million of them; and since nobody knows the key, nobody
 * can look for two that have.
 *
 * @param high its leading bits say in which segment it is
 * @param low never 0, which marks a free place
 */
record IdPrint(long high, long low) {
    private static final int KEY_BYTES = 16;

    static Bytes newKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Bytes.wrap(key);
    }

    static IdPrint of(Bytes key, EventId eventId) {
        MessageDigest sha256 = Sha256.begin();
        sha256.update(key.unsafeArray());
        ByteBuffer digest = ByteBuffer.wrap(sha256.digest(eventId.value().getBytes(StandardCharsets.UTF_8)));
        return new IdPrint(digest.getLong(), digest.getLong() | 1);
    }
}
