package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.reader.LedgerUnreadableException;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Intake offsets 0 and 1 are sealed, 2 and 3 are not yet, and no sealer runs, unless the test starts one. */
@ExtendWith(TrialLedgers.class)
class IntakeLossIT {
    private final TrialLedger ledger;
    private final TopicPartition intake;
    private final Outcomes outcomes;
    private Submitter submitter;

    IntakeLossIT(TrialLedger ledger) {
        this.ledger = ledger;
        this.intake = new TopicPartition(ledger.names().intake(), 0);
        this.outcomes = ledger.outcomes();
    }

    @BeforeEach
    void sealTwoOfFour() throws Exception {
        SealedEvent genesis = ledger.init();
        submitter = ledger.submitter(genesis.eventHash()).addProducer();
        submitter.submit("a");
        try (RunningSealer sealer = ledger.start()) {
            sealer.awaitHealthy();
            outcomes.awaitSealed("a");
        }
        submitter.submit("b");
        submitter.submit("c");
    }

    @Test
    void recordsThatWereDeletedBeforeTheyWereSealed() throws Exception {
        ledger.admin()
                .deleteRecords(Map.of(intake, RecordsToDelete.beforeOffset(3)))
                .all()
                .get();

        assertLost("starts at offset 3, but sealing goes on at 2");
    }

    /** The first of them answers what the paused sealer has asked before, so that it may be sealed yet. */
    @Test
    void recordsThatAreDeletedUnderARunningSealer() throws Exception {
        SealerProcess sealer = ledger.startProcess(ledger.patientConfig()).awaitHealthy();
        outcomes.awaitSealed("c");
        sealer.pause();
        submitter.submit("d");
        submitter.submit("e");
        long last = submitter.submit("f");
        ledger.admin()
                .deleteRecords(Map.of(intake, RecordsToDelete.beforeOffset(last + 1)))
                .all()
                .get();

        sealer.resume();

        await().atMost(TrialLedger.PATIENCE)
                .untilAsserted(() -> assertThat(sealer.health().state()).isEqualTo("DEGRADED"));
        assertThat(sealer.health().fault().reason()).isEqualTo("INTAKE_LOST");
        assertThat(outcomes.sealed())
                .noneMatch(each -> each.event().eventId().value().equals("f"));
    }

    @Test
    void aGroupThatWouldPassOverARecord() throws Exception {
        moveGroupTo(3);

        assertLost("would go on at offset 3");
    }

    @Test
    void noneWhereOnlySealedRecordsWereDeleted() throws Exception {
        ledger.admin()
                .deleteRecords(Map.of(intake, RecordsToDelete.beforeOffset(2)))
                .all()
                .get();

        assertGoesOn();
    }

    @Test
    void noneWhereTheGroupIsSentBack() throws Exception {
        moveGroupTo(0);

        assertGoesOn();
    }

    @Test
    void noneWhereTheGroupLostItsOffset() throws Exception {
        ledger.admin()
                .deleteConsumerGroupOffsets(ledger.names().sealerGroup(), Set.of(intake))
                .all()
                .get();

        assertGoesOn();
    }

    private void moveGroupTo(long offset) throws Exception {
        ledger.admin()
                .alterConsumerGroupOffsets(ledger.names().sealerGroup(), Map.of(intake, new OffsetAndMetadata(offset)))
                .all()
                .get();
    }

    private void assertLost(String detail) throws LedgerUnreadableException {
        Health.Fault fault = ledger.start().awaitDegraded();
        assertThat(fault.reason()).isEqualTo("INTAKE_LOST");
        assertThat(fault.detail()).contains(detail);
        assertThat(fault.intakeOffset()).isEqualTo(2);
        assertThat(outcomes.sealed()).hasSize(3);
    }

    private void assertGoesOn() throws LedgerUnreadableException {
        ledger.start().awaitHealthy();
        outcomes.awaitSealed("c");
        assertThat(outcomes.sealed()).hasSize(5);
        assertThat(outcomes.rejected()).isEmpty();
        Audit.requireWhole(ledger);
    }
}
