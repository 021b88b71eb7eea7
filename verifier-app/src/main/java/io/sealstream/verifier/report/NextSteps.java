package io.sealstream.verifier.report;

import io.sealstream.core.Sequence;
import java.util.List;

/** What someone who reads a report can do next. */
final class NextSteps {
    private NextSteps() {}

    static List<String> after(Report report) {
        return switch (report.verdict()) {
            case VERIFIED -> afterSuccess(report);
            case TAMPERED -> afterFaults(report);
            case INCOMPLETE ->
                List.of(
                        "Run it again when the cause above is gone; until then this says nothing for or against the ledger.");
            case UNANCHORED ->
                List.of("Give a checkpoint from an earlier run, kept where the ledger's writers cannot reach it: "
                        + "--checkpoint FILE, with --checkpoint-vkey where the genesis names no checkpoint key.");
            case ERROR -> List.of();
        };
    }

    private static List<String> afterSuccess(Report report) {
        return report.written() == null
                ? List.of("Keep a checkpoint elsewhere, for the next run to compare with: "
                        + "--write-checkpoint FILE --checkpoint-key KEY.")
                : List.of(
                        "Keep the checkpoint where the ledger's writers cannot reach it, and give it to the next run: "
                                + "--checkpoint FILE.");
    }

    private static List<String> afterFaults(Report report) {
        Sequence firstBad = report.faults().firstBadSequence();
        return List.of(
                "Keep everything as it is: topics, backups and this report are the evidence.",
                firstBad == null
                        ? "Compare with an export or a replica from before."
                        : "Look at the record and its neighbours: sealstream show " + firstBad
                                + "; compare with an export or a replica from before.",
                "What such a fault means, and what it does not: sealstream explain "
                        + report.faults().listed().getFirst().kind() + ".");
    }
}
