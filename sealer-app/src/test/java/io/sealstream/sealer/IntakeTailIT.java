package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.KeyRegister;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.follower.Followed;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** What stands in the intake where the last outcome is from; the ledger's last sequence is 7. */
@ExtendWith(TrialLedgers.class)
@TestInstance(Lifecycle.PER_CLASS)
class IntakeTailIT {
    private static final long LAST = 7;
    private static final Hash ANY = Hash.ZERO;
    private static final byte @Nullable [] NONE = null;

    private final TrialLedger ledger;
    private final Submitter submitter;
    private final LedgerTopics topics;
    private final KeyRegister keys;

    IntakeTailIT(TrialLedger ledger) throws LedgerUnreadableException {
        this.ledger = ledger;
        SealedEvent genesis = ledger.init();
        this.submitter = ledger.submitter(genesis.eventHash());
        this.topics = ledger.topics();
        this.keys = KeyRegister.of((Genesis) ((ControlPayload.Valid) ControlPayload.read(genesis.event())).control());
    }

    @Test
    void isThereWhereItIsTheRecordThatWasSealed() throws Exception {
        long offset = submitter.submit("sealed");

        assertThat(lost(offset, sealedFrom(offset).with(LAST, event("sealed")))).isEmpty();
    }

    @Test
    void isThereWhereAPolicyNoteStandsBehindTheRecord() throws Exception {
        long offset = submitter.submit("noted");

        assertThat(lost(offset, sealedFrom(offset).with(LAST - 1, event("noted"))))
                .isEmpty();
    }

    @Test
    void isLostWhereAnotherEventStands() throws Exception {
        long offset = submitter.submit("new");

        assertThat(lost(offset, sealedFrom(offset).with(LAST, event("sealed"))))
                .hasValueSatisfying(detail -> assertThat(detail)
                        .contains("another record at offset " + offset, "topic.replaced", "submit again"));
    }

    @Test
    void isLostWhereAnotherEventOfTheSameIdStands() throws Exception {
        long offset = submitter.submit(Draft.of("one").withPayload(5));

        assertThat(lost(offset, sealedFrom(offset).with(LAST, event("one")))).isPresent();
    }

    /** Whoever submits again what was lost can have put one event in another's place. */
    @Test
    void isLostWhereAnEventThatWasSealedEarlierStands() throws Exception {
        long offset = submitter.submit("earlier");

        assertThat(lost(offset, sealedFrom(offset).with(LAST - 2, event("earlier"))))
                .isPresent();
    }

    @Test
    void isLostWhereGarbageStandsForASealedEvent() throws Exception {
        long offset = submitter.submit(null, new byte[] {1});

        assertThat(lost(offset, sealedFrom(offset))).isPresent();
    }

    @Test
    void isLostWhereATombstoneStandsForASealedEvent() throws Exception {
        long offset = submitter.submit(new byte[] {1}, null);

        assertThat(lost(offset, sealedFrom(offset))).isPresent();
    }

    @Test
    void isLostWhereTheMarkerOfATransactionStands() throws Exception {
        long before = submitter.submit("before");
        ledger.foreignWriter().write(ledger.names().intake(), new Tampering.Forgery(Bytes.EMPTY, Bytes.EMPTY, 0));

        assertThat(lost(before + 2, sealedFrom(before + 2))).isPresent();
    }

    @Test
    void isLostWhereTheLogEndsBeforeIt() throws Exception {
        assertThat(tail(sealedFrom(9)).lost(head(9), new TopicRange(0, 9)))
                .hasValueSatisfying(detail -> assertThat(detail).contains("ends at offset 9, but 9 has an outcome"));
    }

    @Test
    void isOutOfTheQuestionWhereItWasDeleted() throws Exception {
        assertThat(tail(sealedFrom(9)).lost(head(9), new TopicRange(10, 10))).isEmpty();
    }

    @Test
    void isOutOfTheQuestionBeforeTheFirstOutcome() throws Exception {
        assertThat(tail(sealedFrom(-1)).lost(head(-1), new TopicRange(0, 0))).isEmpty();
    }

    @Test
    void isThereWhereItIsTheRecordThatWasRejected() throws Exception {
        byte[] value = {1, 2, 3, 4};
        long offset = submitter.submit(new byte[] {1}, value);
        reject(ForgedRejection.at(offset, topics).ofKey(new byte[] {1}).ofValue(value, 2));

        assertThat(lost(offset, sealedFrom(offset - 1))).isEmpty();
    }

    @Test
    void isThereWhereWhatWasRejectedHadNeitherKeyNorValue() throws Exception {
        long offset = submitter.submit(NONE, NONE);
        reject(ForgedRejection.at(offset, topics));

        assertThat(lost(offset, sealedFrom(offset - 1))).isEmpty();
    }

    @Test
    void isLostWhereAnotherRecordStandsForTheOneThatWasRejected() throws Exception {
        long offset = submitter.submit("new");
        reject(ForgedRejection.at(offset, topics).ofKey(new byte[] {1}));

        assertThat(lost(offset, sealedFrom(offset - 1))).isPresent();
    }

    @Test
    void isLostWhereTheValueIsLongerThanTheOneThatWasRejected() throws Exception {
        long offset = submitter.submit(new byte[] {1}, new byte[] {1, 2, 3});
        reject(ForgedRejection.at(offset, topics).ofKey(new byte[] {1}).ofValue(new byte[] {1, 2}, 2));

        assertThat(lost(offset, sealedFrom(offset - 1))).isPresent();
    }

    /** The rejected topic may be cut, and then nothing tells. */
    @Test
    void isBelievedToBeThereWhereTheRejectionIsGone() throws Exception {
        long offset = submitter.submit("rejected");
        reject(ForgedRejection.at(offset - 1, topics));

        assertThat(lost(offset, sealedFrom(offset - 1))).isEmpty();
    }

    @Test
    void hasNothingToDoWithOffsetsOfAnEarlierIntake() throws Exception {
        long offset = submitter.submit(NONE, NONE);
        reject(ForgedRejection.at(offset, topics));
        LedgerTopics earlier = new LedgerTopics(topics.clusterId(), "earlier", topics.sealedTopicId());

        assertThat(lost(offset, new FollowedUpTo(new Followed(head(offset), keys, earlier))))
                .isEmpty();
    }

    private void reject(ForgedRejection rejection) throws Exception {
        ledger.foreignWriter().write(ledger.names().rejected(), rejection.forgery());
    }

    private Optional<String> lost(long lastOutcome, FollowedUpTo followed) throws LedgerUnreadableException {
        return tail(followed).lost(head(lastOutcome), new TopicRange(0, Long.MAX_VALUE));
    }

    private IntakeTail tail(FollowedUpTo followed) {
        return new IntakeTail(ledger.config(), topics, ledger.connection(), followed);
    }

    /** The last sealed record came from {@code intakeOffset}. */
    private FollowedUpTo sealedFrom(long intakeOffset) {
        return new FollowedUpTo(new Followed(head(intakeOffset), keys, topics));
    }

    private static LedgerHead head(long intakeOffset) {
        return new LedgerHead(new Sequence(LAST), ANY, 0, intakeOffset);
    }

    private static Event event(String id) {
        return Draft.of(id).event();
    }
}
