package io.sealstream.soak.check;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What is hashed, piece by piece, in the notation of docs/format.md. */
final class HashInput {
    private final MessageDigest sha256;

    HashInput() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    HashInput bytes(byte[] bytes) {
        sha256.update(bytes);
        return this;
    }

    HashInput ascii(String text) {
        return bytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    HashInput u8(int value) {
        sha256.update((byte) value);
        return this;
    }

    HashInput u16(int value) {
        return u8(value >>> 8).u8(value);
    }

    HashInput i32(int value) {
        return bytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    HashInput i64(long value) {
        return bytes(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    HashInput str16(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return u16(utf8.length).bytes(utf8);
    }

    HashInput bytes32(byte[] bytes) {
        return i32(bytes.length).bytes(bytes);
    }

    byte[] hash() {
        return sha256.digest();
    }
}
