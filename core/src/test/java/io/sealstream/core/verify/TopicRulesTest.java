package io.sealstream.core.verify;

import static io.sealstream.core.verify.LedgerBuilder.TOPICS;
import static io.sealstream.core.verify.LedgerBuilder.ledger;
import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LedgerRecord.Content;
import io.sealstream.core.verify.LedgerRecord.Decoded;
import io.sealstream.core.verify.LedgerRecord.Tombstone;
import io.sealstream.core.verify.LedgerRecord.Undecodable;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules for what a topic keeps beside the values, and for values that are no sealed event. */
class TopicRulesTest {
    private static final TopicIdentity SEALED_TOPIC = new TopicIdentity(TOPICS.clusterId(), TOPICS.sealedTopicId());
    private static final TopicIdentity OTHER_TOPIC = new TopicIdentity("cluster-2", "BBBBBBBBBBBBBBBBBBBBBQ");
    private static final TopicReplaced REPLACED = new TopicReplaced(
            new LedgerTopics("cluster-2", "BBBBBBBBBBBBBBBBBBBBBA", OTHER_TOPIC.topicId()), "restored");

    private final List<LedgerRecord> topic = topic(ledger().events(6).records());

    /** The records as a topic keeps them, with transaction markers that take an offset after each. */
    private static List<LedgerRecord> topic(List<SealedEvent> events) {
        List<LedgerRecord> topic = new ArrayList<>();
        for (SealedEvent event : events) {
            TopicFrame frame = new TopicFrame(key(event.sequence().value()), event.sealedAtMs());
            topic.add(new LedgerRecord(2L * topic.size(), new Decoded(event), frame));
        }
        return topic;
    }

    private static Bytes key(long sequence) {
        return Bytes.wrap(ByteBuffer.allocate(8).putLong(sequence).array());
    }

    private static VerificationResult result(List<LedgerRecord> records, TopicIdentity actual) {
        Verification verification =
                new Verification(Verifications.VERIFIER, new InMemoryEventIds(), VerificationOptions.ofTopic(actual));
        verification.accept(records);
        return verification.resultAtEnd();
    }

    private static List<String> faults(List<LedgerRecord> records) {
        return Verifications.inShort(result(records, SEALED_TOPIC).faults().listed());
    }

    private void replace(int index, Content content) {
        LedgerRecord record = topic.get(index);
        topic.set(index, new LedgerRecord(record.offset(), content, record.frame()));
    }

    private void reframe(int index, TopicFrame frame) {
        LedgerRecord record = topic.get(index);
        topic.set(index, new LedgerRecord(record.offset(), record.content(), frame));
    }

    @Test
    void aWholeTopicIsVerified() {
        assertThat(result(topic, SEALED_TOPIC).verdict(Set.of())).isEqualTo(Verdict.VERIFIED);
    }

    @Test
    void aKeyThatIsNotTheSequenceIsAMismatch() {
        reframe(4, new TopicFrame(key(7), LedgerBuilder.FIRST_MS));
        Fault fault = result(topic, SEALED_TOPIC).faults().listed().getFirst();
        assertThat(fault.kind()).isEqualTo(FaultKind.KEY_MISMATCH);
        assertThat(fault.expected()).isEqualTo("0000000000000004");
        assertThat(fault.actual()).isEqualTo("0000000000000007");
        assertThat(fault.offset()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "04", "000000000000000400", "ffffffffffffffff"})
    void aKeyOfAnotherFormIsAMismatch(String hex) {
        reframe(4, new TopicFrame(Bytes.ofHex(hex), LedgerBuilder.FIRST_MS));
        assertThat(faults(topic)).containsExactly("4 KEY_MISMATCH");
    }

    @Test
    void aRecordWithoutAKeyIsAMismatch() {
        reframe(4, new TopicFrame(null, LedgerBuilder.FIRST_MS));
        assertThat(faults(topic)).containsExactly("4 KEY_MISMATCH");
    }

    @Test
    void aTimestampThatIsNotSealedAtIsAMismatch() {
        reframe(4, new TopicFrame(key(4), LedgerBuilder.FIRST_MS + 1));
        assertThat(faults(topic)).containsExactly("4 TIMESTAMP_MISMATCH");
    }

    @Test
    void aTombstoneIsAFaultAtTheSequenceThatItsKeyNames() {
        topic.add(new LedgerRecord(99, new Tombstone(), new TopicFrame(key(3), LedgerBuilder.FIRST_MS)));
        assertThat(faults(topic)).containsExactly("3 TOMBSTONE");
    }

    @Test
    void aTombstoneLeavesItsSequenceMissing() {
        replace(4, new Tombstone());
        assertThat(faults(topic)).containsExactly("4 TOMBSTONE", "4 SEQUENCE_GAP");
    }

    @Test
    void aTombstoneWithoutASequenceIsAFaultBehindTheRecordBefore() {
        topic.add(5, new LedgerRecord(9, new Tombstone(), new TopicFrame(Bytes.utf8("x"), LedgerBuilder.FIRST_MS)));
        assertThat(faults(topic)).containsExactly("5 TOMBSTONE");
    }

    @Test
    void aTombstoneBeforeEverythingElseIsNotTheFirstRecord() {
        topic.addFirst(new LedgerRecord(0, new Tombstone(), new TopicFrame(null, 0)));
        assertThat(faults(topic)).containsExactly("0 TOMBSTONE");
    }

    @Test
    void aRecordThatCannotBeDecodedStandsForTheNextSequence() {
        replace(4, new Undecodable("2 bytes are left over"));
        VerificationResult result = result(topic, SEALED_TOPIC);
        assertThat(Verifications.inShort(result.faults().listed())).containsExactly("4 MALFORMED");
        assertThat(result.faults().listed().getFirst().detail()).isEqualTo("2 bytes are left over");
        assertThat(result.records()).isEqualTo(8);
        assertThat(result.size()).isEqualTo(7);
    }

    @Test
    void aMalformedRecordBetweenGoodOnesMakesTheNextADuplicate() {
        topic.add(5, new LedgerRecord(9, new Undecodable("no Avro"), new TopicFrame(null, 0)));
        assertThat(faults(topic)).containsExactly("5 MALFORMED", "5 SEQUENCE_DUPLICATE");
    }

    @Test
    void timeAndIntakeAreMeasuredAcrossAMalformedRecord() {
        List<LedgerRecord> records = topic(ledger().events(3)
                .at(LedgerBuilder.FIRST_MS - 1)
                .offset(1)
                .events(1)
                .records());
        LedgerRecord fourth = records.get(4);
        records.set(4, new LedgerRecord(fourth.offset(), new Undecodable("no Avro"), fourth.frame()));
        assertThat(faults(records)).containsExactly("4 MALFORMED", "5 TIME_REGRESSION", "5 INTAKE_REGRESSION");
    }

    @Test
    void afterAMalformedGenesisNothingIsJudgedByItsKeys() {
        replace(0, new Undecodable("no Avro"));
        VerificationResult result = result(topic, SEALED_TOPIC);
        assertThat(Verifications.inShort(result.faults().listed())).containsExactly("0 MALFORMED");
        assertThat(result.lastGoodSequence()).isEmpty();
    }

    @Test
    void aMalformedLastRecordLeavesNoHead() {
        topic.add(new LedgerRecord(99, new Undecodable("no Avro"), new TopicFrame(null, 0)));
        assertThat(result(topic, SEALED_TOPIC).head()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster-1", "cluster-2"})
    void anotherTopicThanTheGenesisNamesIsAFaultAtNoSequence(String cluster) {
        TopicIdentity actual = new TopicIdentity(cluster, "BBBBBBBBBBBBBBBBBBBBBB");
        assertThat(Verifications.inShort(result(topic, actual).faults().listed()))
                .containsExactly("null TOPIC_REPLACED");
    }

    @Test
    void theNewestReplacementNamesTheTopic() {
        List<LedgerRecord> records =
                topic(ledger().events(2).offset(0).control(REPLACED).events(1).records());
        assertThat(result(records, OTHER_TOPIC).faults().isEmpty()).isTrue();
        assertThat(result(records, SEALED_TOPIC).faults().has(FaultKind.TOPIC_REPLACED))
                .isTrue();
    }

    @Test
    void aReplacementWithAFaultNamesNothing() {
        List<LedgerRecord> records =
                topic(ledger().events(2).control(Keys.PRODUCER, REPLACED).records());
        assertThat(faults(records)).containsExactly("4 KEY_NOT_AUTHORIZED");
    }

    @Test
    void whereTheEndWasNotReachedTheTopicIsNotJudged() {
        Verification verification = new Verification(
                Verifications.VERIFIER, new InMemoryEventIds(), VerificationOptions.ofTopic(OTHER_TOPIC));
        verification.accept(topic);
        assertThat(verification.resultSoFar().faults().isEmpty()).isTrue();
        assertThat(verification.topicReplaced()).isPresent();
    }
}
