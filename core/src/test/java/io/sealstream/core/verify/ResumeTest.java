package io.sealstream.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.vectors.Vectors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A verification that was put down between any two records goes on as if it had not been. */
class ResumeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "valid",
                "swapped",
                "deleted-middle",
                "duplicated-record",
                "event-hash",
                "revoked-key-used",
                "key-added-by-producer",
                "key-id-reused",
                "prefix-missing",
                "second-genesis",
                "time-back",
                "header-intake-offset"
            })
    void readingInTwoPartsGivesTheSameAsReadingThrough(String name) {
        assertSameAtEveryCut(Verifications.lines(Vectors.ledger(name)));
    }

    @Test
    void malformedRecordsAndTombstonesCanStandBeforeTheCut() {
        List<LedgerRecord> lines = new ArrayList<>(
                Verifications.lines(LedgerBuilder.ledger().events(4).records()));
        lines.set(3, LedgerRecord.ofFile(4, new LedgerRecord.Undecodable("no JSON")));
        lines.add(5, LedgerRecord.ofFile(9, new LedgerRecord.Tombstone()));
        lines.addFirst(LedgerRecord.ofFile(0, new LedgerRecord.Tombstone()));
        assertSameAtEveryCut(lines);
    }

    @Test
    void aReplacedTopicCanStandBeforeTheCut() {
        TopicReplaced replaced = new TopicReplaced(LedgerBuilder.TOPICS, "restored");
        LedgerBuilder ledger =
                LedgerBuilder.ledger().events(3).offset(0).control(replaced).events(2);
        assertSameAtEveryCut(Verifications.lines(ledger.records()));
    }

    private static void assertSameAtEveryCut(List<LedgerRecord> lines) {
        Verification through = Verifications.ofFile();
        List<String> all = Verifications.inShort(through.accept(lines));
        for (int cut = 0; cut <= lines.size(); cut++) {
            EventIds eventIds = new InMemoryEventIds();
            Verification first = new Verification(Verifications.VERIFIER, eventIds, VerificationOptions.OF_FILE);
            List<String> faults = new ArrayList<>(Verifications.inShort(first.accept(lines.subList(0, cut))));
            Verification second = Verification.resume(
                    VerificationState.decode(first.state().encode()),
                    first.controlEvents(),
                    Verifications.VERIFIER,
                    eventIds,
                    VerificationOptions.OF_FILE);
            faults.addAll(Verifications.inShort(second.accept(lines.subList(cut, lines.size()))));

            assertThat(faults).as("cut before record %d", cut).isEqualTo(all);
            assertThat(second.state()).isEqualTo(through.state());
            assertThat(second.controlEvents()).isEqualTo(through.controlEvents());
            assertThat(second.topics()).isEqualTo(through.topics());
            assertThat(second.resultAtEnd().root())
                    .isEqualTo(through.resultAtEnd().root());
        }
    }

    @Test
    void theControlEventsAreTheGenesisAndThoseThatTookEffect() {
        List<SealedEvent> records = LedgerBuilder.ledger()
                .events(1)
                .control(Keys.PRODUCER, Keys.revoke(Keys.PRODUCER))
                .control(Keys.revoke(Keys.PRODUCER))
                .records();
        Verification verification = Verifications.ofFile();
        verification.accept(Verifications.lines(records));
        assertThat(verification.controlEvents()).containsExactly(records.get(0), records.get(1), records.get(4));
    }

    @Test
    void controlEventsFromElsewhereAreRefused() {
        List<SealedEvent> records = LedgerBuilder.ledger().events(1).records();
        assertThatThrownBy(() -> resume(records)).hasMessageContaining("sequence 2 is no control event");
        assertThatThrownBy(() -> resume(records.subList(1, 2))).hasMessageContaining("comes before the genesis");
    }

    private static Verification resume(List<SealedEvent> controlEvents) {
        return Verification.resume(
                VerificationState.START,
                controlEvents,
                Verifications.VERIFIER,
                new InMemoryEventIds(),
                VerificationOptions.OF_FILE);
    }
}
