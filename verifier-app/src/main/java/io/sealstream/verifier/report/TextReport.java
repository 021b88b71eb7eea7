package io.sealstream.verifier.report;

import io.sealstream.core.Hash;
import io.sealstream.core.verify.FaultSummary;
import io.sealstream.core.verify.Finding;
import io.sealstream.core.verify.Verdict;
import io.sealstream.core.verify.VerificationResult;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/** The report for people: the verdict first, then the ledger, what is wrong, what was looked at, and what to do. */
final class TextReport {
    private static final String UNKNOWN = "unknown";

    private TextReport() {}

    static String render(Report report) {
        Page page = new Page().line(headline(report)).blank();
        addLedger(page, report);
        page.section("Why", report.reasons());
        new FaultPage(page, report.source().unit()).add(report.faults());
        page.section(
                "Findings", report.findings().stream().map(TextReport::finding).toList());
        page.section("Checked", report.checked());
        page.section("Not checked", report.notCheckedLines());
        page.section("What to do", NextSteps.after(report));
        return page.toString();
    }

    /** With the verdict in colour, which is the first word. */
    static String show(Report report, Ansi colours) {
        Verdict verdict = report.verdict();
        return coloured(verdict, colours)
                + render(report).substring(verdict.name().length());
    }

    private static String headline(Report report) {
        String ledger = report.ledger() == null ? "the ledger" : "ledger " + report.ledger();
        return report.verdict() + ": "
                + switch (report.verdict()) {
                    case VERIFIED -> ledger + " is whole";
                    case TAMPERED -> ledger + " is not whole: " + extent(report.faults());
                    case INCOMPLETE -> ledger + " could not be read or judged to its end";
                    case UNANCHORED -> ledger + " is whole in itself, and tied to no checkpoint that is trusted";
                    case ERROR -> failed(report, ledger);
                };
    }

    private static String coloured(Verdict verdict, Ansi colours) {
        String style = switch (verdict) {
            case VERIFIED -> "bold,green";
            case TAMPERED, ERROR -> "bold,red";
            case INCOMPLETE, UNANCHORED -> "bold,yellow";
        };
        return colours.string("@|" + style + ' ' + verdict + "|@");
    }

    private static String failed(Report report, String ledger) {
        if (report.result() == null) {
            return "nothing can be said about " + ledger;
        }
        return report.isConcluded()
                ? ledger + " is whole, and something else went wrong"
                : "something went wrong before " + ledger + " was judged to its end";
    }

    private static String extent(FaultSummary faults) {
        String number = faults.total() == 1 ? "1 fault" : FaultPage.count(faults.total()) + " faults";
        return faults.firstBadSequence() == null ? number : number + ", first at sequence " + faults.firstBadSequence();
    }

    private static void addLedger(Page page, Report report) {
        page.field("source", report.source().name());
        VerificationResult result = report.result();
        if (result == null) {
            return;
        }
        page.field("ledger id", text(result.ledgerId()));
        page.field("records", FaultPage.count(result.records()) + rate(report));
        page.field("head", text(result.head()));
        page.field("root", text(result.root()));
        if (!report.faults().isEmpty()) {
            page.field(
                    "last good",
                    result.lastGoodSequence().map(Objects::toString).orElse(UNKNOWN));
        }
        WrittenCheckpoint written = report.written();
        if (written != null) {
            page.field("checkpoint", "written to " + written.file());
            page.field("verify with", "--checkpoint-vkey " + written.vkey());
        }
    }

    private static String rate(Report report) {
        return String.format(
                Locale.ROOT, " in %.1f s (%s/s)", report.seconds(), FaultPage.count(report.recordsPerSecond()));
    }

    private static String finding(Finding finding) {
        String first = finding.firstSequence() == null ? "" : ", first at sequence " + finding.firstSequence();
        String count = finding.count() == 1 ? "" : " (" + FaultPage.count(finding.count()) + " times)";
        return finding.kind() + count + first + ": " + finding.detail();
    }

    private static String text(@Nullable Hash hash) {
        return hash == null ? UNKNOWN : hash.hex();
    }
}
