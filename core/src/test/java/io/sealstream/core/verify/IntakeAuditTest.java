package io.sealstream.core.verify;

import static io.sealstream.core.verify.LedgerBuilder.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.SealedEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The intake's records have "key-" and their offset for a key, where the ledger here has not sealed them. */
class IntakeAuditTest {
    private static final String INTAKE_ID = TOPICS.intakeTopicId();
    private static final LedgerTopics NEW_TOPICS = new LedgerTopics("cluster-1", "CCCCCCCCCCCCCCCCCCCCCA", "x");

    private IntakeAudit audit = audit(new InMemoryIntakeOutcomes());

    private static IntakeAudit audit(IntakeOutcomes outcomes) {
        return new IntakeAudit(new TopicIdentity(TOPICS.clusterId(), INTAKE_ID), outcomes);
    }

    /** Seals the key's addition at offset 0 and events at 1 to 4. */
    private void sealFive() {
        seal(LedgerBuilder.ledger().events(4));
    }

    private void seal(LedgerBuilder ledger) {
        seal(ledger.records(), audit);
    }

    private static List<String> seal(List<SealedEvent> records, IntakeAudit audit) {
        Verification verification = Verifications.ofFile();
        verification.tell(audit);
        return Verifications.inShort(verification.accept(Verifications.lines(records)));
    }

    private void reject(long offset) {
        audit.rejected(INTAKE_ID, offset, Bytes.utf8("key-" + offset));
    }

    /** Of the ledger that {@link #sealFive} seals. */
    private static Bytes key(long offset) {
        if (offset == 0) {
            return Bytes.utf8("control-1");
        }
        return Bytes.utf8((offset < 5 ? "event-" + (offset + 1) : "key-" + offset));
    }

    private void commit(long... offsets) {
        for (long offset : offsets) {
            audit.committed(offset, key(offset));
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
        reject(5);
        commit(0, 1, 2, 3, 4, 5);
        assertThat(faults()).isEmpty();
        assertThat(audit.result(TOPICS).audited()).isEqualTo(6);
    }

    @Test
    void aRecordWithoutAnOutcomeIsUnsealed() {
        sealFive();
        reject(7);
        commit(0, 1, 2, 3, 4, 5, 7);
        assertThat(faults()).containsExactly("5 INTAKE_UNSEALED");
    }

    @Test
    void aRecordThatWasSealedAndRejectedHasItsOutcomeTwice() {
        sealFive();
        reject(3);
        commit(0, 1, 2, 3, 4);
        Fault fault = audit.result(TOPICS).faults().listed().getFirst();
        assertThat(fault.kind()).isEqualTo(FaultKind.INTAKE_OUTCOME_TWICE);
        assertThat(fault.sequence()).isNull();
        assertThat(fault.offset()).isEqualTo(3);
    }

    @Test
    void aRecordForWhichAnotherEventWasSealedIsUnsealed() {
        sealFive();
        audit.committed(3, Bytes.utf8("dropped"));
        Fault fault = audit.result(TOPICS).faults().listed().getFirst();
        assertThat(fault.kind()).isEqualTo(FaultKind.INTAKE_UNSEALED);
        assertThat(fault.offset()).isEqualTo(3);
        assertThat(fault.detail()).contains("another event");
    }

    @Test
    void anEventIdThatIsTheBeginningOfTheKeyIsThatOfAnotherEvent() {
        sealFive();
        audit.committed(3, Bytes.utf8("event-41"));
        assertThat(faults()).containsExactly("3 INTAKE_UNSEALED");
    }

    @Test
    void aRecordForWhichAnotherOneWasRejectedIsUnsealed() {
        audit.rejected(INTAKE_ID, 0, Bytes.utf8("another"));
        audit.committed(0, Bytes.utf8("dropped"));
        assertThat(faults()).containsExactly("0 INTAKE_UNSEALED");
    }

    @Test
    void theKeyOfARejectedRecordMayHaveBeenCut() {
        Bytes key = Bytes.utf8("k".repeat(1_000));
        audit.rejected(INTAKE_ID, 0, key.cutAt(0));
        audit.rejected(INTAKE_ID, 1, key.cutAt(300));
        audit.rejected(INTAKE_ID, 2, key.cutAt(700));
        audit.rejected(INTAKE_ID, 3, key);
        for (long offset = 0; offset < 4; offset++) {
            audit.committed(offset, key);
        }
        assertThat(faults()).isEmpty();
        assertThat(audit.result(TOPICS).audited()).isEqualTo(4);
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
        reject(1);
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
        IntakeAudit later = new IntakeAudit(
                new TopicIdentity("cluster-1", NEW_TOPICS.intakeTopicId()), new InMemoryIntakeOutcomes());
        TopicReplaced replaced = new TopicReplaced(NEW_TOPICS, "restored");
        LedgerBuilder ledger =
                LedgerBuilder.ledger().events(4).offset(0).control(replaced).events(1);
        List<String> found = seal(ledger.records(), later);
        later.rejected(INTAKE_ID, 1, Bytes.utf8("of the earlier intake"));
        later.rejected(NEW_TOPICS.intakeTopicId(), 2, key(2));
        later.committed(0, Bytes.utf8("control-6"));
        later.committed(1, Bytes.utf8("event-7"));
        later.committed(2, key(2));
        later.committed(3, key(3));
        assertThat(found).isEmpty();
        assertThat(later.result(NEW_TOPICS)).isEqualTo(new IntakeAudit.Result(FaultSummary.NONE, 3, 0, 0, 1, 0));
    }

    @Test
    void aReplacedSealedTopicAloneLeavesTheIntakeAsItIs() {
        LedgerTopics sameIntake = new LedgerTopics("cluster-1", INTAKE_ID, "another sealed topic");
        LedgerBuilder ledger = LedgerBuilder.ledger().events(4).control(new TopicReplaced(sameIntake, "restored"));
        seal(ledger.events(1));
        commit(0, 1, 2, 3, 4);
        audit.committed(5, Bytes.utf8("control-6"));
        audit.committed(6, Bytes.utf8("event-7"));
        assertThat(faults()).isEmpty();
        assertThat(audit.result(TOPICS).audited()).isEqualTo(7);
    }

    @Test
    void topicsThatAForgedControlEventNamesLeaveTheIntakeAsItIs() {
        TopicReplaced forged = new TopicReplaced(NEW_TOPICS, "forged");
        LedgerBuilder ledger = LedgerBuilder.ledger().events(4).uncertified(Events.control("forged", forged));
        List<String> found = seal(ledger.offset(5).events(2).records(), audit);
        commit(0, 1, 2, 3, 4);
        audit.committed(5, Bytes.utf8("event-7"));
        audit.committed(6, Bytes.utf8("event-8"));
        assertThat(found).contains("6 CERTIFICATE_MISSING");
        // The one that the forged record claims to be of.
        assertThat(faults()).containsExactly("5 INTAKE_OUTCOME_TWICE");
    }

    @Test
    void anIntakeThatTheLedgerDoesNotNameIsReplacedAndNothingElseIsSaid() {
        sealFive();
        reject(7);
        commit(5);
        IntakeAudit.Result result = audit.result(NEW_TOPICS);
        assertThat(Verifications.inShort(result.faults().listed())).containsExactly("null TOPIC_REPLACED");
        assertThat(result.audited()).isZero();
    }

    @Test
    void theLastSealedOutcomeCanBeTakenForTheEnd() {
        sealFive();
        reject(7);
        audit.endAtLastSealed();
        commit(4, 5, 6, 7);
        assertThat(faults()).isEmpty();
        assertThat(audit.result(TOPICS).pending()).isEqualTo(3);
    }

    @Test
    void aRecordWhoseOutcomeMayBeOneThatCanNotBeReadIsUndecided() {
        sealFive();
        audit.unread(key(5));
        audit.unread(key(6).cutAt(5));
        reject(8);
        audit.committed(5, key(5));
        audit.committed(6, key(6));
        audit.committed(7, Bytes.utf8("other"));
        audit.committed(8, key(8));
        assertThat(faults()).containsExactly("7 INTAKE_UNSEALED");
        IntakeAudit.Result result = audit.result(TOPICS);
        assertThat(result.undecided()).isEqualTo(2);
        assertThat(result.unread()).isEqualTo(2);
        assertThat(result.audited()).isEqualTo(2);
    }

    @Test
    void anOutcomeThatCanNotBeReadExcusesNoneThatIsAboutAnotherEvent() {
        sealFive();
        audit.unread(Bytes.EMPTY);
        audit.committed(3, Bytes.utf8("dropped"));
        assertThat(faults()).containsExactly("3 INTAKE_UNSEALED");
    }

    @Test
    void ofTooManyOutcomesThatCanNotBeReadAnyRecordMayHaveOne() {
        for (int i = 0; i <= UnreadOutcomes.MAX_KEYS; i++) {
            audit.unread(Bytes.utf8("unread-" + i));
        }
        reject(6);
        commit(5, 6);
        assertThat(faults()).isEmpty();
        IntakeAudit.Result result = audit.result(TOPICS);
        assertThat(result.undecided()).isEqualTo(1);
        assertThat(result.unread()).isEqualTo(UnreadOutcomes.MAX_KEYS + 1L);
    }

    @Test
    void asManyOutcomesThatCanNotBeReadAsAreKeptExcuseOnlyTheirOwn() {
        for (int i = 0; i < UnreadOutcomes.MAX_KEYS; i++) {
            audit.unread(Bytes.utf8("unread-" + i));
        }
        reject(6);
        commit(5, 6);
        assertThat(faults()).containsExactly("5 INTAKE_UNSEALED");
    }

    @Test
    void ofARecordWhoseOutcomeThereWasNoRoomForNothingIsSaid() {
        audit = audit(new Forgetful(5));
        sealFive();
        reject(5);
        reject(7);
        commit(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(faults()).containsExactly("6 INTAKE_UNSEALED");
        IntakeAudit.Result result = audit.result(TOPICS);
        assertThat(result.unkept()).isEqualTo(1);
        assertThat(result.audited()).isEqualTo(7);
    }

    @Test
    void ofARecordWhoseOutcomesThereWasNoRoomForNobodyKnowsHowManyItHas() {
        audit = audit(new Forgetful(5));
        reject(5);
        reject(5);
        audit.committed(5, Bytes.utf8("dropped"));
        assertThat(faults()).isEmpty();
        assertThat(audit.result(TOPICS).unkept()).isEqualTo(1);
    }

    @Test
    void anyNumberOfOutcomesIsSeveral() {
        reject(0);
        reject(0);
        reject(0);
        commit(0);
        assertThat(faults()).containsExactly("0 INTAKE_OUTCOME_TWICE");
    }

    @Test
    void outcomesFarFromOneAnotherAreKeptApart() {
        long far = Long.MAX_VALUE;
        reject(63);
        reject(64);
        reject(far);
        commit(62, 63, 64, far);
        assertThat(faults()).containsExactly("62 INTAKE_UNSEALED");
    }

    @Test
    void anAuditThatWouldMissOutcomesIsRefused() {
        Verification verification = Verifications.ofFile();
        verification.accept(Verifications.lines(LedgerBuilder.ledger().records()));
        assertThatIllegalStateException().isThrownBy(() -> verification.tell(audit));
    }

    /** Keeps all outcomes but those of one offset. */
    private record Forgetful(IntakeOutcomes all, long forgotten) implements IntakeOutcomes {
        Forgetful(long forgotten) {
            this(new InMemoryIntakeOutcomes(), forgotten);
        }

        @Override
        public long find(long offset) {
            return keeps(offset) ? all.find(offset) : 0;
        }

        @Override
        public void put(long offset, long word) {
            all.put(offset, word);
        }

        @Override
        public boolean keeps(long offset) {
            return offset != forgotten;
        }
    }
}
