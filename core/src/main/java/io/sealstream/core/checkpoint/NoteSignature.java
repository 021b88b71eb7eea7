package io.sealstream.core.checkpoint;

import io.sealstream.core.Bytes;
import java.nio.ByteBuffer;

/**
 * One signature line of a note: {@code — name base64(hash, signature)}.
 *
 * @param signature at least one byte; what it holds depends on the key
 */
public record NoteSignature(NoteKeyId key, Bytes signature) {
    private static final String PREFIX = "— ";

    /** @throws NoteFormatException where {@code signature} is empty */
    public NoteSignature {
        if (signature.isEmpty()) {
            throw new NoteFormatException("the signature by " + key + " is empty");
        }
    }

    /** @param line without the newline at its end */
    static NoteSignature parse(String line) {
        if (!line.startsWith(PREFIX)) {
            throw new NoteFormatException(
                    "a signature line begins with an em dash and a space, not: " + NoteFormatException.quoted(line));
        }
        String[] parts = line.substring(PREFIX.length()).split(" ", -1);
        if (parts.length != 2) {
            throw new NoteFormatException(
                    "a signature line has a name and a signature, not: " + NoteFormatException.quoted(line));
        }
        byte[] bytes = parseBase64(parts[1]);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.remaining() < Integer.BYTES) {
            throw new NoteFormatException("a signature begins with 4 bytes of key ID, not with " + bytes.length);
        }
        NoteKeyId key = new NoteKeyId(parts[0], in.getInt());
        byte[] signature = new byte[in.remaining()];
        in.get(signature);
        return new NoteSignature(key, Bytes.wrap(signature));
    }

    private static byte[] parseBase64(String text) {
        try {
            return Bytes.ofBase64(text).unsafeArray();
        } catch (IllegalArgumentException e) {
            throw new NoteFormatException("a signature is not standard base64: " + NoteFormatException.quoted(text));
        }
    }

    /** The line, without a newline at its end. */
    String line() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length())
                .putInt(key.hash())
                .put(signature.unsafeArray())
                .array();
        return PREFIX + key.name() + ' ' + Bytes.wrap(bytes).base64();
    }
}
