package io.sealstream.verifier.run;

import io.sealstream.core.Sequence;
import io.sealstream.core.verify.Doubt;
import io.sealstream.core.verify.Finding;
import io.sealstream.core.verify.FindingKind;
import io.sealstream.core.verify.Verdict;
import io.sealstream.core.verify.VerificationResult;
import io.sealstream.verifier.report.NotChecked;
import io.sealstream.verifier.report.Report;
import io.sealstream.verifier.report.WrittenCheckpoint;
import io.sealstream.verifier.state.SavedState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what a run looked at, what it left out, and why it may not end well. */
public final class Coverage {
    private final List<String> checked = new ArrayList<>();
    private final List<NotChecked> notChecked = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private long verifiedEarlier;
    private long payloadsElsewhere;
    private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);

    void checked(String what) {
        checked.add(what);
    }

    void notChecked(NotChecked what) {
        notChecked.add(what);
    }

    /** The records of {@code saved} were verified by an earlier run, and are not read again. */
    void verifiedEarlier(SavedState saved, Path state) {
        verifiedEarlier = saved.size();
        payloadsElsewhere = saved.payloadsElsewhere();
        notChecked.add(NotChecked.of(String.format(
                "The first %d records once more, but for the last of them: an earlier run has verified them, as %s says;"
                        + " findings are those of the records behind them.",
                verifiedEarlier, state)));
    }

    /** How many of the records an earlier run has verified. */
    long verifiedEarlier() {
        return verifiedEarlier;
    }

    /** Among the records that were read, so many {@code more} events have their payload somewhere else. */
    void payloadsElsewhere(long more) {
        payloadsElsewhere += more;
    }

    /** Among all records. */
    long payloadsElsewhere() {
        return payloadsElsewhere;
    }

    /** @param reason one line for people */
    void doubt(Doubt doubt, String reason) {
        doubts.add(doubt);
        reasons.add(reason);
    }

    void topicSetting(String detail) {
        findings.add(new Finding(FindingKind.TOPIC_SETTING, 1, null, detail));
    }

    Set<Doubt> doubts() {
        return doubts;
    }

    /** @param result what was found in the records, or null where none could be read */
    Report report(
            Verdict verdict,
            LedgerSource source,
            @Nullable VerificationResult result,
            @Nullable WrittenCheckpoint written,
            Duration taken) {
        String own = result == null ? null : result.ledger();
        String askedFor = source.askedFor().orElse(null);
        return new Report(
                verdict,
                source.describe(),
                own == null ? askedFor : own,
                result,
                reasons,
                checked,
                Stream.of(result == null ? List.<Finding>of() : result.findings(), findings, otherLedger(own, askedFor))
                        .flatMap(List::stream)
                        .toList(),
                notChecked,
                written,
                verifiedEarlier,
                taken);
    }

    private static List<Finding> otherLedger(@Nullable String own, @Nullable String askedFor) {
        return own == null || askedFor == null || own.equals(askedFor)
                ? List.of()
                : List.of(new Finding(
                        FindingKind.OTHER_LEDGER,
                        1,
                        Sequence.GENESIS,
                        "ledger " + askedFor + " was asked for, and the genesis in its topic names " + own
                                + ": the topics of one ledger stand under the name of another"));
    }
}
