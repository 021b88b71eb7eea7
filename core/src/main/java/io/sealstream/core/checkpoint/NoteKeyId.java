package io.sealstream.core.checkpoint;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Which key a signature line is by. Others can have the same name, or by ill will the same hash: only the signature tells.
 *
 * @param name not empty, without spaces, control characters and plus signs
 * @param hash what C2SP calls the key ID: 4 bytes, big-endian
 */
public record NoteKeyId(String name, int hash) {
    /** The signature type of Ed25519 in a signed note. */
    static final byte ED25519 = 1;

    /** @throws NoteFormatException where {@code name} breaks the rule above */
    public NoteKeyId {
        requireName(name);
    }

    static NoteKeyId ofEd25519(String name, Bytes publicKey) {
        MessageDigest digest = Sha256.begin();
        digest.update((name + '\n').getBytes(StandardCharsets.UTF_8));
        digest.update(ED25519);
        return new NoteKeyId(
                name, ByteBuffer.wrap(digest.digest(publicKey.unsafeArray())).getInt());
    }

    static void requireName(String name) {
        if (name.isEmpty() || name.codePoints().anyMatch(NoteKeyId::isForbidden)) {
            throw new NoteFormatException("a key's name must not be empty, nor have spaces, control characters or '+': "
                    + NoteFormatException.quoted(name));
        }
    }

    private static boolean isForbidden(int codePoint) {
        return codePoint == '+'
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE;
    }

    /** {@code name+hash}, as verifier keys begin. */
    @Override
    public String toString() {
        return "%s+%08x".formatted(name, hash);
    }
}
