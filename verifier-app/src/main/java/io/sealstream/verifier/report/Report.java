package io.sealstream.verifier.report;

import io.sealstream.core.verify.FaultSummary;
import io.sealstream.core.verify.Finding;
import io.sealstream.core.verify.Verdict;
import io.sealstream.core.verify.VerificationResult;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a run, with what it rests on.
 *
 * @param source what was read
 * @param ledger the ledger's name: the genesis' own, else the one that was asked for, else null
 * @param result what was found in the records; null where none could be read
 * @param reasons why it is not VERIFIED where no fault says so, one line each
 * @param checked what was looked at, one line each
 * @param findings what changes no verdict
 * @param notChecked what was not looked at, and why
 * @param written the checkpoint that was left behind, or null
 * @param verifiedEarlier how many of the records an earlier run has verified, so that this one did not read them
 * @param taken how long it took
 */
public record Report(
        Verdict verdict,
        Source source,
        @Nullable String ledger,
        @Nullable VerificationResult result,
        List<String> reasons,
        List<String> checked,
        List<Finding> findings,
        List<NotChecked> notChecked,
        @Nullable WrittenCheckpoint written,
        long verifiedEarlier,
        Duration taken) {
    public Report {
        reasons = List.copyOf(reasons);
        checked = List.copyOf(checked);
        findings = List.copyOf(findings);
        notChecked = List.copyOf(notChecked);
    }

    FaultSummary faults() {
        return result == null ? FaultSummary.NONE : result.faults();
    }

    /** Whether the run judged the ledger to its end, so that a check without a fault says something. */
    boolean isConcluded() {
        return result != null && notChecked.stream().noneMatch(NotChecked::isEverything);
    }

    List<String> notCheckedLines() {
        return notChecked.stream().map(NotChecked::line).toList();
    }

    double seconds() {
        return taken.toNanos() / 1e9;
    }

    /** By this run. */
    long recordsRead() {
        return result == null ? 0 : result.records() - verifiedEarlier;
    }

    /** 0 where nothing was read. */
    long recordsPerSecond() {
        return taken.isZero() ? 0 : Math.round(recordsRead() / seconds());
    }
}
