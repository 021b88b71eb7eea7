package io.sealstream.core.event;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an event carries: bytes inline, or a reference to where they are kept. */
public final class Payload {
    private static final byte[] DOMAIN = "sealstream/payload/v1\n".getBytes(StandardCharsets.US_ASCII);

    /** One byte holds its length. That fewer are allowed is a rule of {@link EventRules}. */
    private static final int MAX_SALT = 255;

    private final String ref;
    private final long length;
    private final Hash commitment;
    private final Bytes salt;
    private final @Nullable Bytes inline;
    /** Whether length and commitment were computed here, so that nobody need do it again. */
    private final boolean isComputed;

    /**
     * A payload as somebody states it, whether that is right or not.
     *
     * @param ref empty for an inline payload, else where the bytes are kept
     * @param length bytes, as stated; unsigned in the format
     * @param commitment as stated; see {@link #commit}
     * @param salt 0 to 32 bytes where the rules are kept, empty with a reference
     * @param inline the bytes, or null where they are elsewhere or missing
     */
    public Payload(String ref, long length, Hash commitment, Bytes salt, @Nullable Bytes inline) {
        this(ref, length, commitment, salt, inline, false);
    }

    private Payload(String ref, long length, Hash commitment, Bytes salt, @Nullable Bytes inline, boolean isComputed) {
        Text.requireEncodable("payload_ref", ref);
        this.ref = ref;
        this.length = length;
        this.commitment = commitment;
        this.salt = salt;
        this.inline = inline;
        this.isComputed = isComputed;
    }

    public static Payload inline(Bytes payload) {
        return inline(payload, Bytes.EMPTY);
    }

    /** @param salt random bytes, at most 32, so that a payload which is later gone can't be guessed from its commitment */
    public static Payload inline(Bytes payload, Bytes salt) {
        return new Payload("", payload.length(), commit(salt, payload), salt, payload, true);
    }

    public static Payload at(String ref, long length, Hash commitment) {
        return new Payload(ref, length, commitment, Bytes.EMPTY, null);
    }

    /** Empty for an inline payload, else where the bytes are kept. */
    public String ref() {
        return ref;
    }

    /** In bytes; unsigned in the format. */
    public long length() {
        return length;
    }

    public Hash commitment() {
        return commitment;
    }

    public Bytes salt() {
        return salt;
    }

    /** The bytes, or null where they are elsewhere or missing. */
    public @Nullable Bytes inline() {
        return inline;
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
        if (salt.length() > MAX_SALT) {
            throw new IllegalArgumentException(
                    "payload_salt has " + salt.length() + " bytes; the format can hold " + MAX_SALT);
        }
        MessageDigest sha256 = Sha256.begin();
        sha256.update(DOMAIN);
        sha256.update((byte) salt.length());
        sha256.update(salt.unsafeArray());
        sha256.update(payload.unsafeArray());
        return Hash.wrap(sha256.digest());
    }

    /**
     * What the inline bytes give, where there are any and the salt has at most 255 bytes. They are hashed, unless that was
     * done when this was made.
     */
    public Optional<Hash> computedCommitment() {
        if (inline == null || salt.length() > MAX_SALT) {
            return Optional.empty();
        }
        return Optional.of(isComputed ? commitment : commit(salt, inline));
    }

    /** Whether the inline bytes are those that length and commitment speak of; true where there are none to compare. */
    public boolean isConsistent() {
        return inline == null
                || (length == inline.length() && computedCommitment().equals(Optional.of(commitment)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payload that
                && ref.equals(that.ref)
                && length == that.length
                && commitment.equals(that.commitment)
                && salt.equals(that.salt)
                && Objects.equals(inline, that.inline);
    }

    @Override
    public int hashCode() {
        return commitment.hashCode();
    }

    @Override
    public String toString() {
        return "Payload[ref=" + ref + ", length=" + length + ", commitment=" + commitment + ", salt=" + salt
                + ", inline=" + inline + ']';
    }
}
