package io.sealstream.core.verify;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a verification has found.
 *
 * @param ledger the ledger's name, or null where it does not begin with a good genesis
 * @param ledgerId the event_hash of its genesis, or null likewise
 * @param records what was read, also what could not be decoded, and tombstones
 * @param size the number of records that could be decoded; for a ledger without a fault, of all
 * @param lastSequence of the last record, or null where there is none
 * @param head the stored event_hash of the last record, or null where there is none or it could not be decoded
 * @param root of the tree over the {@code size} records
 * @param unsupportedAlgorithms JSON names of hashes and signature algorithms that could not be checked
 */
public record VerificationResult(
        @Nullable String ledger,
        @Nullable Hash ledgerId,
        long records,
        long size,
        @Nullable Sequence lastSequence,
        @Nullable Hash head,
        Hash root,
        FaultSummary faults,
        List<Finding> findings,
        Set<String> unsupportedAlgorithms) {

    /** The same with faults that were found elsewhere, as by an {@link IntakeAudit}. */
    public VerificationResult plus(FaultSummary more) {
        return new VerificationResult(
                ledger,
                ledgerId,
                records,
                size,
                lastSequence,
                head,
                root,
                faults.plus(more),
                findings,
                unsupportedAlgorithms);
    }

    /** The lowest sequence of any fault. Empty where no fault has one. */
    public Optional<Sequence> firstBadSequence() {
        return Optional.ofNullable(faults.firstBadSequence());
    }

    /**
     * The sequence up to which nothing is wrong. Empty where there is none, and where nothing says how far back the
     * ledger is right: its beginning is missing, or it is not the one that a trusted checkpoint has seen.
     */
    public Optional<Sequence> lastGoodSequence() {
        if (faults.has(FaultKind.PREFIX_MISSING) || faults.has(FaultKind.CHECKPOINT_MISMATCH)) {
            return Optional.empty();
        }
        Sequence firstBad = faults.firstBadSequence();
        if (firstBad == null) {
            return Optional.ofNullable(lastSequence);
        }
        return firstBad.isGenesis() ? Optional.empty() : Optional.of(new Sequence(firstBad.value() - 1));
    }

    /** @param others doubts that this result does not know of: about reading, and about checkpoints */
    public Verdict verdict(Set<Doubt> others) {
        Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
        doubts.addAll(others);
        if (records == 0) {
            doubts.add(Doubt.NO_RECORD);
        }
        if (!unsupportedAlgorithms.isEmpty()) {
            doubts.add(Doubt.ALGORITHM_UNSUPPORTED);
        }
        return Verdict.of(!faults.isEmpty(), doubts);
    }
}
