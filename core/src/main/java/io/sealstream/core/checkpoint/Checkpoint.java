package io.sealstream.core.checkpoint;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;

/**
 * What a ledger was at one size (C2SP {@code tlog-checkpoint}, without extension lines).
 *
 * @param origin the ledger's name for the world, and the name of the key that signs; a {@link NoteKeyId}'s name
 * @param size number of records, at least 0
 * @param root of the tree over the first {@code size} records
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final String SIZE = "0|[1-9][0-9]{0,18}";

    /** @throws NoteFormatException where origin or size breaks its rule */
    public Checkpoint {
        NoteKeyId.requireName(origin);
        if (size < 0) {
            throw new NoteFormatException("a checkpoint's size is at least 0, not " + size);
        }
    }

    /**
     * Reads the text of a note. Whoever wrote it may have signed it or not: without a {@link CheckpointVerifier} it is a
     * claim.
     *
     * @throws NoteFormatException where it is not exactly the three lines that {@link #text} writes
     */
    public static Checkpoint parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty()) {
            throw new NoteFormatException("a checkpoint is three lines (origin, size, root), each with a newline; "
                    + "extension lines are not taken");
        }
        return new Checkpoint(lines[0], parseSize(lines[1]), parseRoot(lines[2]));
    }

    /** The text that is signed: origin, size in decimal, root in base64, a line each. */
    public String text() {
        return origin + '\n' + size + '\n' + Bytes.wrap(root.toByteArray()).base64() + '\n';
    }

    /** @throws NoteFormatException where the signer has another name than the origin */
    public SignedNote sign(NoteSigner signer) {
        if (!signer.verifierKey().name().equals(origin)) {
            throw new NoteFormatException("a checkpoint of " + origin + " is signed under that name, not as "
                    + signer.verifierKey().name());
        }
        return SignedNote.sign(text(), signer);
    }

    private static long parseSize(String line) {
        if (line.matches(SIZE)) {
            try {
                return Long.parseLong(line);
            } catch (NumberFormatException e) {
                throw new NoteFormatException("a checkpoint's size is at most 2^63 - 1, not " + line);
            }
        }
        throw new NoteFormatException("a checkpoint's size is a decimal number without leading zeros, not: "
                + NoteFormatException.quoted(line));
    }

    private static Hash parseRoot(String line) {
        try {
            return Hash.wrap(Bytes.ofBase64(line).toByteArray());
        } catch (IllegalArgumentException e) {
            throw new NoteFormatException(
                    "a checkpoint's root is 32 bytes in standard base64, not: " + NoteFormatException.quoted(line));
        }
    }
}
