package io.sealstream.core.verify;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.merkle.Frontier;
import org.jspecify.annotations.Nullable;

/**
 * Where a verification stands between two records. With the control events read so far, and the memory of event ids, it
 * is all that is needed to go on. Faults and findings are not in it: they were told when they were found.
 *
 * @param records what was read, also what could not be decoded, and tombstones
 * @param hashAlgorithm the ledger's; null before the first record that could be decoded
 * @param last null before the first record
 * @param frontier of the tree over the records that could be decoded
 */
public record VerificationState(
        long records,
        @Nullable HashAlgorithm hashAlgorithm,
        @Nullable LastRecord last,
        Frontier frontier) {
    /**
     * The version of the rules by which records are judged. Whoever changes what a fault is raises it, so that nobody goes on
     * from what other rules let pass.
     */
    public static final int RULES = 1;

    /** Nothing was read yet. */
    public static final VerificationState START = new VerificationState(0, null, null, Frontier.EMPTY);

    /** A form to keep it in; only {@link #decode} knows it. */
    public Bytes encode() {
        return StateEncoding.encode(this);
    }

    /** @throws IllegalArgumentException where {@code encoded} is not what {@link #encode} wrote */
    public static VerificationState decode(Bytes encoded) {
        return StateEncoding.decode(encoded);
    }
}
