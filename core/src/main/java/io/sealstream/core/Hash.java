package io.sealstream.core;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** A 32-byte digest: an event digest, an event hash, a node of the tree. Written as 64 lower-case hex digits. */
public final class Hash {
    public static final int LENGTH = 32;

    /** 32 zero bytes: the hash before the genesis, and the certificate digest of an event that has no certificate. */
    public static final Hash ZERO = new Hash(new byte[LENGTH]);

    private final byte[] value;

    private Hash(byte[] value) {
        if (value.length != LENGTH) {
            throw new IllegalArgumentException("a hash has " + LENGTH + " bytes, not " + value.length);
        }
        this.value = value;
    }

    /**
     * Copies {@code value}.
     *
     * @throws IllegalArgumentException where it does not have 32 bytes
     */
    public static Hash of(byte[] value) {
        return new Hash(value.clone());
    }

    /** Takes {@code value} over without a copy, for arrays that nobody else holds. */
    public static Hash wrap(byte[] value) {
        return new Hash(value);
    }

    /** @throws IllegalArgumentException where {@code hex} is not 64 lower-case hexadecimal digits */
    public static Hash ofHex(String hex) {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a hash is 64 lower-case hex digits, not \"" + hex + '"');
        }
        return new Hash(HexFormat.of().parseHex(hex));
    }

    public byte[] toByteArray() {
        return value.clone();
    }

    public void writeTo(ByteBuffer out) {
        out.put(value);
    }

    public void updateInto(MessageDigest digest) {
        digest.update(value);
    }

    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    /** Not in constant time: a hash is no secret. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return ByteBuffer.wrap(value).getInt();
    }

    @Override
    public String toString() {
        return hex();
    }
}
