package io.sealstream.core.checkpoint;

import io.sealstream.core.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A text and signatures over it (C2SP {@code signed-note}). That it could be parsed says nothing about who signed it:
 * {@link CheckpointVerifier} does.
 *
 * @param text ends with a newline and has no other control character; the signatures are over its UTF-8 bytes
 * @param signatures 1 to {@value #MAX_SIGNATURES}, by keys known or not
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    public static final int MAX_BYTES = 1_000_000;
    public static final int MAX_SIGNATURES = 100;

    private static final String SEPARATOR = "\n\n";

    /** @throws NoteFormatException where text or signatures break the rules above */
    public SignedNote {
        signatures = List.copyOf(signatures);
        requireText(text);
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new NoteFormatException(
                    "a note has 1 to " + MAX_SIGNATURES + " signature lines, not " + signatures.size());
        }
    }

    /** @throws NoteFormatException where {@code text} breaks the rule for texts */
    public static SignedNote sign(String text, NoteSigner signer) {
        return new SignedNote(text, List.of(signer.sign(text)));
    }

    /**
     * Reads what {@link #encode} writes, with the signatures of others too.
     *
     * @throws NoteFormatException where it is not a note, has more than {@value #MAX_BYTES} bytes or more than
     *     {@value #MAX_SIGNATURES} signatures
     */
    public static SignedNote parse(Bytes note) {
        String decoded = decode(note);
        requireText(decoded);
        int separator = decoded.lastIndexOf(SEPARATOR);
        if (separator < 0) {
            throw new NoteFormatException("a note has a blank line between its text and its signatures; this has none");
        }
        return new SignedNote(
                decoded.substring(0, separator + 1),
                decoded.substring(separator + SEPARATOR.length())
                        .lines()
                        .limit(MAX_SIGNATURES + 1)
                        .map(NoteSignature::parse)
                        .toList());
    }

    public Bytes encode() {
        return Bytes.utf8(toString());
    }

    /** The note as it is written to a file. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }

    private static String decode(Bytes note) {
        if (note.length() > MAX_BYTES) {
            throw new NoteFormatException("a note has at most " + MAX_BYTES + " bytes, not " + note.length());
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(note.unsafeArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new NoteFormatException("a note is UTF-8; this is not");
        }
    }

    private static void requireText(String text) {
        if (!text.endsWith("\n")) {
            throw new NoteFormatException("a note ends with a newline; this one was perhaps cut off");
        }
        if (text.codePoints().anyMatch(SignedNote::isForbidden)) {
            throw new NoteFormatException("a note has no control character but the newline; this has one");
        }
    }

    private static boolean isForbidden(int codePoint) {
        return (codePoint < ' ' && codePoint != '\n') || Character.getType(codePoint) == Character.SURROGATE;
    }
}
