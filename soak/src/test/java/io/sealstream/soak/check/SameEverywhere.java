package io.sealstream.soak.check;

import java.util.function.Consumer;

/** The export file has the topic's records and no others, and the verifier calls them whole, and as many, with that head. */
final class SameEverywhere implements Check {
    @Override
    public void check(Evidence evidence, Ledger ledger, Consumer<String> violated) {
        Evidence.Report report = evidence.report();
        if (!report.verdict().equals("VERIFIED")) {
            violated.accept("the verifier says " + report.verdict());
        }
        int records = evidence.sealed().size();
        if (report.size() != records) {
            violated.accept("the topic has " + records + " records, to the verifier " + report.size());
        }
        String head = records == 0 ? "" : ledger.lines().getLast().eventHash();
        if (!report.head().equals(head)) {
            violated.accept("the topic's last event hash is " + head + ", to the verifier " + report.head());
        }
        compare(evidence, violated);
    }

    private static void compare(Evidence evidence, Consumer<String> violated) {
        int common = Math.min(evidence.sealed().size(), evidence.export().size());
        for (int i = 0; i < common; i++) {
            if (!evidence.export().get(i).equals(evidence.sealed().get(i).line())) {
                violated.accept("line " + i + " of the export file is not the topic's record");
            }
        }
        if (evidence.sealed().size() != evidence.export().size()) {
            violated.accept("the topic has " + evidence.sealed().size() + " records, the export file "
                    + evidence.export().size());
        }
    }
}
