package io.sealstream.core.verify;

import static io.sealstream.core.verify.LedgerBuilder.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.control.TopicReplaced;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntakeAuditTest {
    private static final String INTAKE_ID = TOPICS.intakeTopicId();
    private static final LedgerTopics NEW_TOPICS = new LedgerTopics("cluster-1", "CCCCCCCCCCCCCCCCCCCCCA", "x");

    private final IntakeAudit audit = new IntakeAudit(new TopicIdentity(TOPICS.clusterId(), INTAKE_ID));

    /** Seals the key's addition at offset 0 and events at 1 to 4. */
    private void sealFive() {
        LedgerBuilder.ledger().events(4).records().forEach(audit::sealed);
    }

    private void commit(long... offsets) {
        for (long offset : offsets) {
            audit.committed(offset);
        }
    }

    private List<String> faults() {
        return audit.result(TOPICS).faults().listed().stream()
                .map(fault -> fault.offset() + " " + fault.kind())
                .toList();
    }

    @Test
    void everyRecordWithOneOutcomeIsFine() {
        sealFive();
        audit.rejected(INTAKE_ID, 5);
        commit(0, 1, 2, 3, 4, 5);
        assertThat(faults()).isEmpty();
        assertThat(audit.result(TOPICS).audited()).isEqualTo(6);
    }

    @Test
    void aRecordWithoutAnOutcomeIsUnsealed() {
        sealFive();
        audit.rejected(INTAKE_ID, 7);
        commit(0, 1, 2, 3, 4, 5, 7);
        assertThat(faults()).containsExactly("5 INTAKE_UNSEALED");
    }

    @Test
    void aRecordThatWasSealedAndRejectedHasItsOutcomeTwice() {
        sealFive();
        audit.rejected(INTAKE_ID, 3);
        commit(0, 1, 2, 3, 4);
        Fault fault = audit.result(TOPICS).faults().listed().getFirst();
        assertThat(fault.kind()).isEqualTo(FaultKind.INTAKE_OUTCOME_TWICE);
        assertThat(fault.sequence()).isNull();
        assertThat(fault.offset()).isEqualTo(3);
    }

    @Test
    void recordsBehindTheLastOutcomeArePending() {
        sealFive();
        commit(3, 4, 5, 6);
        assertThat(faults()).isEmpty();
        assertThat(audit.result(TOPICS).pending()).isEqualTo(2);
    }

    @Test
    void outcomesBelowTheLogsStartAreNotAskedFor() {
        sealFive();
        audit.rejected(INTAKE_ID, 1);
        commit(4);
        assertThat(faults()).isEmpty();
    }

    @Test
    void withoutAnyOutcomeEverythingIsPending() {
        commit(0, 1);
        assertThat(faults()).isEmpty();
        assertThat(audit.result(TOPICS).pending()).isEqualTo(2);
    }

    @Test
    void outcomesOfAnEarlierIntakeArePassedOver() {
        IntakeAudit later = new IntakeAudit(new TopicIdentity("cluster-1", NEW_TOPICS.intakeTopicId()));
        TopicReplaced replaced = new TopicReplaced(NEW_TOPICS, "restored");
        LedgerBuilder.ledger()
                .events(4)
                .offset(0)
                .control(replaced)
                .events(1)
                .records()
                .forEach(later::sealed);
        later.rejected(INTAKE_ID, 1);
        later.rejected(NEW_TOPICS.intakeTopicId(), 2);
        for (long offset = 0; offset < 4; offset++) {
            later.committed(offset);
        }
        assertThat(later.result(NEW_TOPICS)).isEqualTo(new IntakeAudit.Result(FaultSummary.NONE, 3, 1));
    }

    @Test
    void aReplacedSealedTopicAloneLeavesTheIntakeAsItIs() {
        LedgerTopics sameIntake = new LedgerTopics("cluster-1", INTAKE_ID, "another sealed topic");
        LedgerBuilder ledger = LedgerBuilder.ledger().events(4).control(new TopicReplaced(sameIntake, "restored"));
        ledger.events(1).records().forEach(audit::sealed);
        commit(0, 1, 2, 3, 4, 5, 6);
        assertThat(faults()).isEmpty();
        assertThat(audit.result(TOPICS).audited()).isEqualTo(7);
    }

    @Test
    void anIntakeThatTheLedgerDoesNotNameIsReplacedAndNothingElseIsSaid() {
        sealFive();
        audit.rejected(INTAKE_ID, 7);
        commit(5);
        IntakeAudit.Result result = audit.result(NEW_TOPICS);
        assertThat(Verifications.inShort(result.faults().listed())).containsExactly("null TOPIC_REPLACED");
        assertThat(result.audited()).isZero();
    }

    @Test
    void theLastSealedOutcomeCanBeTakenForTheEnd() {
        sealFive();
        audit.rejected(INTAKE_ID, 7);
        audit.endAtLastSealed();
        commit(4, 5, 6, 7);
        assertThat(faults()).isEmpty();
        assertThat(audit.result(TOPICS).pending()).isEqualTo(3);
    }
}
