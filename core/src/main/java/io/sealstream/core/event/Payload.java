package io.sealstream.core.event;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * What an event carries: bytes inline, or a reference to where they are kept.
 *
 * @param ref empty for an inline payload, else where the bytes are kept
 * @param length bytes, as stated; unsigned in the format
 * @param commitment as stated; see {@link #commit}
 * @param salt 0 to 32 bytes where the rules are kept, empty with a reference
 * @param inline the bytes, or null where they are elsewhere or missing
 */
public record Payload(
        String ref,
        long length,
        Hash commitment,
        Bytes salt,
        @Nullable Bytes inline) {
    private static final byte[] DOMAIN = "sealstream/payload/v1\n".getBytes(StandardCharsets.US_ASCII);

    public Payload {
        Text.requireEncodable("payload_ref", ref);
    }

    public static Payload inline(Bytes payload) {
        return inline(payload, Bytes.EMPTY);
    }

    /** @param salt random bytes, at most 32, so that a payload which is later gone can't be guessed from its commitment */
    public static Payload inline(Bytes payload, Bytes salt) {
        return new Payload("", payload.length(), commit(salt, payload), salt, payload);
    }

    public static Payload at(String ref, long length, Hash commitment) {
        return new Payload(ref, length, commitment, Bytes.EMPTY, null);
    }

    public boolean isReference() {
        return !ref.isEmpty();
    }

    /**
     * The payload commitment, docs/format.md section 1.
     *
     * @throws IllegalArgumentException where {@code salt} has over 255 bytes
     */
    public static Hash commit(Bytes salt, Bytes payload) {
        if (salt.length() > 255) {
            throw new IllegalArgumentException("payload_salt has " + salt.length() + " bytes; the format can hold 255");
        }
        MessageDigest sha256 = Sha256.begin();
        sha256.update(DOMAIN);
        sha256.update((byte) salt.length());
        sha256.update(salt.unsafeArray());
        sha256.update(payload.unsafeArray());
        return Hash.wrap(sha256.digest());
    }

    /** Whether the inline bytes are those that length and commitment speak of; true where there are none to compare. */
    public boolean isConsistent() {
        if (inline == null) {
            return true;
        }
        return salt.length() <= 255 && length == inline.length() && commitment.equals(commit(salt, inline));
    }
}
