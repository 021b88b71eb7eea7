package io.sealstream.core.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Text as the format sees it: its UTF-8 bytes, never normalised. */
public final class Text {
    /** What {@code str16} can carry. */
    static final int MAX_STR16_BYTES = 0xFFFF;

    private Text() {}

    /**
     * The number of UTF-8 bytes of {@code text}.
     *
     * @throws IllegalArgumentException where a surrogate stands alone: such text has no UTF-8 form, and the replacement
     *     that the JDK writes would give two texts the same bytes
     */
    public static int length(String text) {
        int ascii = 0;
        while (ascii < text.length() && text.charAt(ascii) < 0x80) {
            ascii++;
        }
        int length = ascii;
        for (int i = ascii; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                length++;
            } else if (c < 0x800) {
                length += 2;
            } else if (!Character.isSurrogate(c)) {
                length += 3;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                length += 4;
                i++;
            } else {
                throw new IllegalArgumentException("a surrogate stands alone at index " + i);
            }
        }
        return length;
    }

    static void requireEncodable(String field, String text) {
        int length;
        try {
            length = length(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + " is not valid Unicode text: " + e.getMessage(), e);
        }
        if (length > MAX_STR16_BYTES) {
            throw new IllegalArgumentException(
                    field + " has " + length + " bytes; the format can hold " + MAX_STR16_BYTES);
        }
    }

    static void putStr16(ByteBuffer out, byte[] utf8) {
        out.putShort((short) utf8.length);
        out.put(utf8);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Compares by unsigned UTF-8 bytes, which is by code point; {@link String#compareTo} is by UTF-16 unit instead. */
    static int compareUtf8(String left, String right) {
        int end = Math.min(left.length(), right.length());
        for (int i = 0; i < end; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean bothSurrogateOrNeither = Character.isSurrogate(a) == Character.isSurrogate(b);
                return bothSurrogateOrNeither ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }
}
