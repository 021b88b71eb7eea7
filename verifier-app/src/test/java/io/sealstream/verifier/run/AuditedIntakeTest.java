package io.sealstream.verifier.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.verify.Doubt;
import io.sealstream.core.verify.FaultSummary;
import io.sealstream.core.verify.IntakeAudit;
import io.sealstream.core.verify.Verdict;
import io.sealstream.verifier.report.Report;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AuditedIntakeTest {
    private final Coverage coverage = new Coverage();

    @Test
    void recordsWhoseOutcomesWereNotKeptLeaveTheRunIncomplete() {
        judge(new IntakeAudit.Result(FaultSummary.NONE, 10, 0, 3, 5, 0));

        assertThat(coverage.doubts()).containsExactly(Doubt.OUTCOME_NOT_KEPT);
        assertThat(Verdict.of(false, coverage.doubts())).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report().reasons()).singleElement().asString().contains("those of 3 intake records", "verify again");
        assertThat(report().checked()).isEmpty();
        assertThat(report().notChecked()).hasSize(1);
    }

    @Test
    void eachDoubtHasItsReason() {
        judge(new IntakeAudit.Result(FaultSummary.NONE, 10, 1, 3, 5, 2));

        assertThat(coverage.doubts()).containsExactly(Doubt.OUTCOME_UNREAD, Doubt.OUTCOME_NOT_KEPT);
        assertThat(report().reasons()).hasSize(2);
        assertThat(report().checked()).isEmpty();
    }

    @Test
    void withoutADoubtTheIntakeIsChecked() {
        judge(new IntakeAudit.Result(FaultSummary.NONE, 10, 0, 0, 5, 0));

        assertThat(coverage.doubts()).isEmpty();
        assertThat(report().checked())
                .singleElement()
                .asString()
                .contains("10 records up to the last outcome; 5 behind it");
    }

    private void judge(IntakeAudit.Result result) {
        assertThat(AuditedIntake.judged(result, coverage)).isEqualTo(result.faults());
    }

    private Report report() {
        return coverage.report(Verdict.INCOMPLETE, new FileSource(Path.of("any")), null, null, Duration.ZERO);
    }
}
