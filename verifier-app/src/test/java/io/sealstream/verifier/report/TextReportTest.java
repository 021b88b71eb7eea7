package io.sealstream.verifier.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.verify.Fault;
import io.sealstream.core.verify.FaultKind;
import io.sealstream.core.verify.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Help.Ansi;

class TextReportTest {
    @Test
    void aWholeLedgerIsToldWithWhatWasAndWhatWasNotChecked() {
        String text = ReportFormat.TEXT.render(Reports.verified(null));

        assertThat(text).isEqualTo("""
                VERIFIED: ledger payments is whole

                  source          file payments.jsonl
                  ledger id       1111111111111111111111111111111111111111111111111111111111111111
                  records         40 in 0.5 s (80/s)
                  head            2222222222222222222222222222222222222222222222222222222222222222
                  root            3333333333333333333333333333333333333333333333333333333333333333

                Checked
                  - 40 records: order, links, hashes.

                Not checked
                  - That the tail was not cut off, or rewritten as a whole: no checkpoint was given.

                What to do
                  - Keep a checkpoint elsewhere, for the next run to compare with: --write-checkpoint FILE --checkpoint-key KEY.
                """);
    }

    @Test
    void onATerminalItsVerdictIsInColour() {
        String shown = ReportFormat.TEXT.show(Reports.verified(null), Ansi.ON);

        assertThat(shown).startsWith("\u001b[1m\u001b[32mVERIFIED");
        assertThat(shown.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(ReportFormat.TEXT.render(Reports.verified(null)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "TEXT")
    void whatProgramsReadHasNoColour(ReportFormat format) {
        assertThat(format.show(Reports.verified(null), Ansi.ON)).doesNotContain("\u001b");
    }

    @Test
    void faultsAreToldWithTheirEvidenceAndWhatToDo() {
        String text = ReportFormat.TEXT.render(
                Reports.tampered(Reports.fault(FaultKind.PAYLOAD_MISMATCH, 16, "another payload")));

        assertThat(text).isEqualTo("""
                TAMPERED: ledger payments is not whole: 1 fault, first at sequence 16

                  source          topic payments.sealed at localhost:9092
                  ledger id       1111111111111111111111111111111111111111111111111111111111111111
                  records         40 in 0.5 s (80/s)
                  head            2222222222222222222222222222222222222222222222222222222222222222
                  root            3333333333333333333333333333333333333333333333333333333333333333
                  last good       15

                Faults (1 PAYLOAD_MISMATCH)
                  PAYLOAD_MISMATCH at sequence 16, offset 19: another payload
                      expected  aa
                      actual    bb

                Findings
                  - UNVERIFIED_CERTIFICATE (3 times), first at sequence 7: KEY_UNKNOWN: no such key

                What to do
                  - Keep everything as it is: topics, backups and this report are the evidence.
                  - Look at the record and its neighbours: sealstream show 16; compare with an export or a replica from before.
                  - What such a fault means, and what it does not: sealstream explain PAYLOAD_MISMATCH.
                """);
    }

    @Test
    void whatCannotBeReadAtAllHasNoLedgerToShow() {
        String text = ReportFormat.TEXT.render(Reports.unreadable());

        assertThat(text).isEqualTo("""
                ERROR: nothing can be said about ledger payments

                  source          topic payments.sealed at localhost:9092

                Why
                  - no broker answered in time
                """);
    }

    @Test
    void aFailureAfterTheEndLeavesTheLedgerWhole() {
        String text = ReportFormat.TEXT.render(Reports.withReason(Verdict.ERROR, "the checkpoint was not written"));

        assertThat(text).startsWith("ERROR: ledger payments is whole, and something else went wrong\n");
    }

    @Test
    void anEndThatWasNotReachedIsNoWordAgainstTheLedger() {
        String text = ReportFormat.TEXT.render(Reports.withReason(Verdict.INCOMPLETE, "read up to offset 7 of 50"));

        assertThat(text)
                .startsWith("INCOMPLETE: ledger payments could not be read or judged to its end\n")
                .contains("Why\n  - read up to offset 7 of 50\n")
                .contains("says nothing for or against the ledger");
    }

    @Test
    void aLedgerWithoutAnchorIsToldHowToGetOne() {
        String text = ReportFormat.TEXT.render(Reports.withReason(Verdict.UNANCHORED, "no --checkpoint was given"));

        assertThat(text)
                .startsWith(
                        "UNANCHORED: ledger payments is whole in itself, and tied to no checkpoint that is trusted\n")
                .contains("--checkpoint FILE");
    }

    @Test
    void aCheckpointThatWasLeftBehindIsToldWithTheKeyThatOthersNeed() {
        String text = ReportFormat.TEXT.render(Reports.verified(new WrittenCheckpoint("new.checkpoint", "test+1+AA")));

        assertThat(text)
                .contains(
                        "  checkpoint      written to new.checkpoint\n  verify with     --checkpoint-vkey test+1+AA\n")
                .contains("give it to the next run");
    }

    @Test
    void ofManyFaultsTheFirstAreShownAndAllAreCounted() {
        String text = ReportFormat.TEXT.render(Reports.tampered(Reports.many(5_000)));

        assertThat(text)
                .contains("5,000 faults, first at sequence 0")
                .contains("Faults (5,000 SIGNATURE_INVALID)")
                .contains("  4,980 more; --format json lists the first 1,000\n");
        assertThat(text.lines().filter(line -> line.startsWith("  SIGNATURE_INVALID")))
                .hasSize(20);
    }

    @Test
    void aFaultOfTheIntakeIsAtItsOwnOffset() {
        Fault fault = new Fault(FaultKind.INTAKE_UNSEALED, null, 12L, "one outcome", "no outcome", "it has no outcome");

        String text = ReportFormat.TEXT.render(Reports.tampered(fault));

        assertThat(text).contains("INTAKE_UNSEALED at intake offset 12: it has no outcome");
    }

    @Test
    void whatALedgerHoldsCannotRewriteTheScreen() {
        Fault fault = Reports.fault(FaultKind.INVALID, 1, "event_id \"\u001b[2J\u202eVERIFIED\nVERIFIED\"");

        String text = ReportFormat.TEXT.render(Reports.tampered(fault));

        assertThat(text).contains("event_id \"?[2J?VERIFIED VERIFIED\"");
    }
}
