package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.ExitCode;
import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicInspector;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The intake has lost its end, as in a power cut of a single broker: it ends at offset 2, and the last outcome is that of
 * offset 2. No sealer runs, unless the test starts one.
 */
@ExtendWith(TrialLedgers.class)
class IntakeCutIT {
    private final TrialLedger ledger;
    private final Submitter submitter;
    private final Outcomes outcomes;

    IntakeCutIT(TrialLedger ledger) throws LedgerUnreadableException {
        this.ledger = ledger;
        this.submitter = ledger.submitter(ledger.init().eventHash());
        this.outcomes = ledger.outcomes();
        submitter.addProducer();
    }

    @BeforeEach
    void sealOneEvent() throws Exception {
        submitter.submit("a");
        try (RunningSealer sealer = ledger.start()) {
            sealer.awaitHealthy();
            outcomes.awaitSealed("a");
        }
    }

    @Test
    void adoptsNoHeadThatIsAheadOfIt() throws Exception {
        loseTheHeadBehindASealedEvent();
        OptionalLong group = groupOffset();

        assertRefused("ends at offset 2, but 2 has an outcome");

        assertThat(groupOffset()).isEqualTo(group);
    }

    /** By its offset alone, the new record has the outcome of the lost one. */
    @Test
    void doesNotTakeANewRecordForTheOneThatWasSealed() throws Exception {
        loseTheHeadBehindASealedEvent();
        submitter.submit("new");
        submitter.submit("newer");

        assertRefused("has another record at offset 2");

        assertThat(outcomes.awaitSealed("stolen").intake().offset()).isEqualTo(2);
    }

    /** Not only an adopted head: whoever sends the group back relies on what is skipped. */
    @Test
    void doesNotSkipANewRecordEither() throws Exception {
        submitter.submit("a");
        try (RunningSealer sealer = ledger.start()) {
            sealer.awaitHealthy();
            outcomes.awaitRejected(2);
        }
        loseWhatWasRejected();

        Health.Fault fault = ledger.start().awaitDegraded();

        assertThat(fault.reason()).isEqualTo("INTAKE_LOST");
        assertThat(fault.detail()).contains("has another record at offset 2", "make it anew");
        assertThat(fault.intakeOffset()).isEqualTo(3);
    }

    @Test
    void goesOnWithANewIntake() throws Exception {
        loseTheHeadBehindASealedEvent();
        submitter.submit("new");
        makeIntakeAnew();

        try (RunningSealer adopting = ledger.startAdopting()) {
            adopting.awaitHealthy();
            submitter.submit("replaced", new TopicReplaced(ledger.topics(), "the intake lost its end"));
            submitter.submit("new");
            outcomes.awaitSealed("new");
        }

        ledger.start().awaitHealthy();
        submitter.submit("last");
        assertThat(outcomes.awaitSealed("last").sequence()).hasToString("6");
        Audit.requireWhole(ledger);
    }

    /** The record behind the last one, as it would have been sealed, is of an intake record that is not there. */
    private void loseTheHeadBehindASealedEvent() throws Exception {
        List<SealedEvent> sealed = outcomes.sealed();
        ledger.foreignWriter().write(ledger.names().sealed(), Tampering.NEXT_RECORD.forge(sealed));
        RestartIT.delete(ledger.config().stateDirectory());
        Topics.deleteAndWait(ledger, List.of(Changelog.topic(ledger)));
    }

    private void loseWhatWasRejected() throws Exception {
        ledger.foreignWriter()
                .write(
                        ledger.names().rejected(),
                        ForgedRejection.at(2, ledger.topics()).forgery());
    }

    private void makeIntakeAnew() throws Exception {
        Topics.deleteAndWait(ledger, List.of(ledger.names().intake()));
        new TopicCreation(ledger.connection(), TrialLedger.PATIENCE, (short) -1).create(ledger.names());
    }

    private OptionalLong groupOffset() throws LedgerUnreadableException {
        try (TopicInspector inspector = new TopicInspector(ledger.connection(), TrialLedger.PATIENCE)) {
            return inspector.committed(
                    ledger.names().sealerGroup(), ledger.names().intake());
        }
    }

    private void assertRefused(String why) throws Exception {
        try (RunningSealer adopting = ledger.startAdopting()) {
            assertThat(adopting.awaitRefusal()).satisfies(failure -> {
                assertThat(failure.exitCode()).isEqualTo(ExitCode.ERROR);
                assertThat(failure.line())
                        .contains(ledger.names().intake() + " " + why, "make it anew", "submit again")
                        .doesNotContain("\n");
            });
        }
        assertThat(outcomes.sealed()).hasSizeLessThan(5);
    }
}
