package io.sealstream.core;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** An immutable string of bytes: a payload, a salt, a signature. */
public final class Bytes {
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] value;

    private Bytes(byte[] value) {
        this.value = value;
    }

    /** Copies {@code value}. */
    public static Bytes of(byte[] value) {
        return value.length == 0 ? EMPTY : new Bytes(value.clone());
    }

    /**
     * Takes {@code value} over without a copy, for arrays that nobody else holds: decoders use it, since payloads are
     * large.
     */
    public static Bytes wrap(byte[] value) {
        return value.length == 0 ? EMPTY : new Bytes(value);
    }

    public static Bytes utf8(String text) {
        return wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalArgumentException where {@code hex} is not pairs of hexadecimal digits */
    public static Bytes ofHex(String hex) {
        return wrap(HexFormat.of().parseHex(hex));
    }

    /**
     * Reads standard base64 with padding (RFC 4648 section 4), in its one canonical form.
     *
     * @throws IllegalArgumentException where {@code base64} is anything else
     */
    public static Bytes ofBase64(String base64) {
        Bytes decoded = wrap(Base64.getDecoder().decode(base64));
        if (!decoded.base64().equals(base64)) {
            throw new IllegalArgumentException("base64 needs its padding and no stray bits");
        }
        return decoded;
    }

    public int length() {
        return value.length;
    }

    public boolean isEmpty() {
        return value.length == 0;
    }

    public byte[] toByteArray() {
        return value.clone();
    }

    /** The first {@code limit} bytes, or all where there are fewer. */
    public Bytes cutAt(int limit) {
        return value.length <= limit ? this : new Bytes(Arrays.copyOf(value, limit));
    }

    /** The array itself, for hashing and encoding without a copy. Callers must not write to it. */
    public byte[] unsafeArray() {
        return value;
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(value);
    }

    public String hex() {
        return HexFormat.of().formatHex(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
        return value.length <= 32 ? hex() : cutAt(32).hex() + "… (" + value.length + " bytes)";
    }
}
