package io.sealstream.core.verify;

import static io.sealstream.core.verify.LedgerBuilder.FIRST_MS;
import static io.sealstream.core.verify.LedgerBuilder.TOPICS;
import static io.sealstream.core.verify.LedgerBuilder.ledger;
import static io.sealstream.core.verify.Verifications.faults;
import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.SealedEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeAndIntakeRulesTest {
    private static final TopicReplaced REPLACED = new TopicReplaced(TOPICS, "restored");

    @Test
    void timeMayStandStill() {
        assertThat(faults(ledger().at(FIRST_MS).events(3).records())).isEmpty();
    }

    @Test
    void timeMustNotFall() {
        assertThat(faults(ledger().events(1).at(FIRST_MS - 1).events(2).records()))
                .containsExactly("3 TIME_REGRESSION");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, FIRST_MS, FIRST_MS + 1})
    void anEventMayBeSealedUpToItsDeadline(long sealBeforeMs) {
        Event event = Events.withSealBefore(Events.ordinary("event"), sealBeforeMs);
        assertThat(faults(ledger().certified(Keys.PRODUCER, event).records())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {FIRST_MS - 1, 1, -1})
    void anEventMustNotBeSealedLater(long sealBeforeMs) {
        Event event = Events.withSealBefore(Events.ordinary("event"), sealBeforeMs);
        assertThat(faults(ledger().certified(Keys.PRODUCER, event).records()))
                .containsExactly("2 SEALED_AFTER_DEADLINE");
    }

    @Test
    void intakeOffsetsMayHaveHoles() {
        assertThat(faults(ledger().offset(70).events(2).records())).isEmpty();
    }

    @Test
    void intakeOffsetsMustNotFallOrStandStill() {
        assertThat(faults(ledger().events(2)
                        .offset(2)
                        .events(1)
                        .offset(1)
                        .events(1)
                        .records()))
                .containsExactly("4 INTAKE_REGRESSION", "5 INTAKE_REGRESSION");
    }

    @Test
    void theFirstOffsetComesOnce() {
        assertThat(faults(ledger().events(3).offset(0).events(1).records())).containsExactly("5 INTAKE_REGRESSION");
    }

    @Test
    void aRegressionIsMeasuredAgainstTheRecordBeforeWhateverWasWrongWithIt() {
        assertThat(faults(ledger().offset(50).events(1).offset(3).events(2).records()))
                .containsExactly("3 INTAKE_REGRESSION");
    }

    @ParameterizedTest
    @CsvSource({"1, 7", "-1, 7", "0, -1", "0, -9223372036854775808", "-1, -1"})
    void anOrdinaryEventComesFromPartitionZeroOfTheIntake(int partition, long offset) {
        LedgerBuilder ledger = ledger();
        CertifiedEvent event = certified(ledger, Events.ordinary("event"));
        ledger.seal(event, new IntakePosition(partition, offset));
        assertThat(faults(ledger.records())).containsExactly("2 INTAKE_INVALID");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, -1", "-1, 0"})
    void theGenesisNeverWasInTheIntake(int partition, long offset) {
        LedgerBuilder ledger = ledger();
        SealedEvent genesis = Sealed.withIntake(ledger.records().getFirst(), partition, offset);
        assertThat(faults(ledger.with(0, Sealed.rehash(genesis)))).contains("0 INTAKE_INVALID");
    }

    @Test
    void aReplacedTopicStartsTheOffsetsAnew() {
        LedgerBuilder ledger = ledger().events(5).offset(0).control(REPLACED).events(2);
        assertThat(faults(ledger.records())).isEmpty();
    }

    @Test
    void aReplacedTopicIsTheFirstRecordOfItsIntake() {
        LedgerBuilder ledger =
                ledger().events(5).offset(3).control(REPLACED).offset(2).events(1);
        assertThat(faults(ledger.records())).containsExactly("8 INTAKE_REGRESSION");
    }

    @Test
    void aReplacedTopicWithoutAPositionStartsTheOffsetsAnewAllTheSame() {
        LedgerBuilder ledger = ledger().events(5);
        ledger.seal(
                new Certifier(ledger.ledgerId(), Keys.ROOT).certify(Events.control("replaced", REPLACED)),
                IntakePosition.NONE);
        assertThat(faults(ledger.offset(0).events(1).records())).containsExactly("7 INTAKE_INVALID");
    }

    private static CertifiedEvent certified(LedgerBuilder ledger, Event event) {
        return new Certifier(ledger.ledgerId(), Keys.PRODUCER).certify(event);
    }
}
