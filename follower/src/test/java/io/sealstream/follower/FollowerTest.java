package io.sealstream.follower;

import static io.sealstream.follower.FollowerRig.EVENTS;
import static io.sealstream.follower.FollowerRig.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Sequence;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.seal.EventIndex;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.follower.FollowerConfig.Kept;
import io.sealstream.follower.FollowerConfig.Start;
import io.sealstream.follower.FollowerFault.Reason;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.TestTopics;
import io.sealstream.schema.SequenceKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedBroker.class)
class FollowerTest {
    private static final Duration BRIEFLY = Duration.ofMillis(500);

    private final TestTopics topics;

    @TempDir
    Path directory;

    private FollowerRig rig;

    FollowerTest(TestBroker broker) {
        this.topics = new TestTopics(broker.bootstrapServers());
    }

    @BeforeEach
    void createTopic() {
        rig = new FollowerRig(topics, new LedgerTopicNames("ledger-" + UUID.randomUUID()), directory);
        rig.createTopic();
    }

    @Test
    void foldsWhatIsThere() throws Exception {
        rig.write(0, 40);
        try (Follower follower = rig.started()) {

            assertThat(follower.awaitCaughtUp(LIMIT)).isTrue();

            SealedEvent last = EVENTS.getLast();
            assertThat(follower.followed().head())
                    .isEqualTo(new LedgerHead(last.sequence(), last.eventHash(), last.sealedAtMs(), 49));
            assertThat(follower.settings().ledger()).isEqualTo("payments");
            assertThat(follower.settings().ledgerId())
                    .isEqualTo(EVENTS.getFirst().eventHash());
            assertThat(follower.find(last.event().eventId()))
                    .contains(new EventIndex.Entry(last.sequence(), last.event().digest()));
            assertThat(follower.find(new EventId("never sealed"))).isEmpty();
            assertThat(follower.status()).isEqualTo(new FollowerStatus(40, 40, 40, null));
        }
    }

    @Test
    void followsWhatComes() throws Exception {
        rig.write(0, 10);
        try (Follower follower = rig.started()) {
            follower.awaitCaughtUp(LIMIT);

            rig.write(10, 20);

            assertThat(follower.awaitSequence(new Sequence(19), LIMIT)).isTrue();
            assertThat(follower.awaitSequence(new Sequence(20), BRIEFLY)).isFalse();
        }
    }

    @Test
    void isEmptyBeforeTheGenesis() throws Exception {
        try (Follower follower = rig.started()) {

            assertThat(follower.awaitCaughtUp(LIMIT)).isTrue();

            assertThat(follower.isEmpty()).isTrue();
            assertThatThrownBy(follower::followed)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("genesis");
        }
    }

    @Test
    void goesOnFromWhereItWas() throws Exception {
        rig.write(0, 20);
        rig.followToTheEnd();
        rig.write(20, 40);
        try (Follower follower = rig.open()) {
            assertThat(follower.status().offset()).isEqualTo(20);
            assertThat(follower.followed().head().sequence()).isEqualTo(new Sequence(19));
            assertThat(follower.find(EVENTS.get(7).event().eventId())).isPresent();

            follower.start();

            assertThat(follower.awaitSequence(new Sequence(39), LIMIT)).isTrue();
        }
    }

    @Test
    void hasTheSameRegisterWhetherFoldedOrReplayed() throws Exception {
        rig.write(0, 40);
        Followed folded;
        try (Follower follower = rig.started()) {
            follower.awaitCaughtUp(LIMIT);
            folded = follower.followed();
        }
        try (Follower follower = rig.open()) {

            assertThat(follower.followed()).isEqualTo(folded);
        }
    }

    @Test
    void startsAnewWhereAsked() throws Exception {
        rig.write(0, 20);
        rig.followToTheEnd();
        try (Follower follower = Follower.open(rig.config(Start.ANEW))) {
            assertThat(follower.isEmpty()).isTrue();

            follower.start();

            assertThat(follower.awaitSequence(new Sequence(19), LIMIT)).isTrue();
        }
    }

    @Test
    void passesMarkersAndAbortedRecords() throws Exception {
        try (var producer = topics.transactional(rig.names().ledger())) {
            for (SealedEvent event : EVENTS.subList(0, 5)) {
                producer.beginTransaction();
                TestTopics.send(producer, TestTopics.record(rig.names(), event));
                producer.abortTransaction();
                producer.beginTransaction();
                TestTopics.send(producer, TestTopics.record(rig.names(), event));
                producer.commitTransaction();
            }
        }
        try (Follower follower = rig.started()) {

            assertThat(follower.awaitCaughtUp(LIMIT)).isTrue();

            assertThat(follower.followed().head().sequence()).isEqualTo(new Sequence(4));
        }
    }

    @Test
    void waitsForAnOpenTransactionAndTakesItForNoFault() throws Exception {
        rig.write(0, 3);
        try (var producer = topics.transactional(rig.names().ledger());
                Follower follower = rig.open()) {
            producer.beginTransaction();
            TestTopics.send(producer, TestTopics.record(rig.names(), EVENTS.get(3)));
            follower.start();
            assertThat(follower.awaitCommitted(LIMIT)).isTrue();
            assertThat(follower.followed().head().sequence()).isEqualTo(new Sequence(2));
            assertThat(follower.awaitCaughtUp(BRIEFLY)).isFalse();
            assertThat(follower.fault()).isEmpty();

            producer.commitTransaction();

            assertThat(follower.awaitCaughtUp(LIMIT)).isTrue();
        }
    }

    @Test
    void stopsAtARecordThatBreaksTheChainAndKeepsWhatWasGood() throws Exception {
        rig.write(0, 10);
        List<FollowerFault> told = new ArrayList<>();
        try (Follower follower = rig.started()) {
            follower.onFault(told::add);
            follower.awaitCaughtUp(LIMIT);

            rig.write(11, 12);

            assertThat(follower.awaitSequence(new Sequence(11), LIMIT)).isFalse();
            FollowerFault fault = follower.fault().orElseThrow();
            assertThat(fault.reason()).isEqualTo(Reason.TAMPERED);
            assertThat(fault.lastGood()).isEqualTo(new Sequence(9));
            assertThat(fault.firstBad()).isEqualTo(new Sequence(10));
            assertThat(fault.detail()).contains("SEQUENCE_GAP", "offset 10").hasLineCount(1);
            assertThat(follower.followed().head().sequence()).isEqualTo(new Sequence(9));
            assertThat(follower.find(EVENTS.get(11).event().eventId())).isEmpty();
            assertThat(told).containsExactly(fault);
        }
    }

    @Test
    void findsTheFaultAgainAfterARestart() throws Exception {
        rig.write(0, 10);
        rig.write(11, 12);
        try (Follower follower = rig.started()) {
            follower.awaitCaughtUp(LIMIT);
        }
        try (Follower follower = rig.started()) {

            assertThat(follower.awaitCaughtUp(LIMIT)).isFalse();

            assertThat(follower.fault().orElseThrow().firstBad()).isEqualTo(new Sequence(10));
        }
    }

    @Test
    void stopsAtATombstone() throws Exception {
        rig.write(0, 10);
        try (Follower follower = rig.started()) {
            follower.awaitCaughtUp(LIMIT);

            topics.write(rig.names().sealed(), SequenceKey.encode(new Sequence(4)), null);

            FollowerFault fault = awaitFault(follower);
            assertThat(fault.reason()).isEqualTo(Reason.TAMPERED);
            assertThat(fault.firstBad()).isEqualTo(new Sequence(4));
            assertThat(fault.lastGood()).isEqualTo(new Sequence(3));
            assertThat(fault.detail()).contains("TOMBSTONE");
        }
    }

    @Test
    void stopsAtAKeyThatIsOverwritten() throws Exception {
        rig.write(0, 10);
        try (Follower follower = rig.started()) {
            follower.awaitCaughtUp(LIMIT);

            rig.write(4, 5);

            FollowerFault fault = awaitFault(follower);
            assertThat(fault.firstBad()).isEqualTo(new Sequence(4));
            assertThat(fault.detail()).contains("SEQUENCE_REGRESSION");
        }
    }

    @Test
    void stopsAtWhatCanNotBeDecoded() throws Exception {
        rig.write(0, 10);
        try (Follower follower = rig.started()) {
            follower.awaitCaughtUp(LIMIT);

            topics.write(rig.names().sealed(), SequenceKey.encode(new Sequence(10)), new byte[] {1, 2, 3});

            FollowerFault fault = awaitFault(follower);
            assertThat(fault.firstBad()).isEqualTo(new Sequence(10));
            assertThat(fault.detail()).contains("MALFORMED");
        }
    }

    @Test
    void stopsWhereItCanNotCheckSignatures() throws Exception {
        rig.write(0, 10);
        FollowerConfig full = rig.config(Start.RESUME);
        CertificateVerifier none = new CertificateVerifier(SignatureSchemes.of(List.of()));
        try (Follower follower = Follower.open(new FollowerConfig(
                full.names(), full.topics(), full.client(), full.directory(), full.start(), none, Kept.INDEX))) {
            follower.start();

            FollowerFault fault = awaitFault(follower);

            assertThat(fault.reason()).isEqualTo(Reason.UNSUPPORTED);
            assertThat(fault.detail()).contains("Ed25519");
            assertThat(follower.isEmpty()).isTrue();
        }
    }

    @Test
    void stopsWhereRecordsWereDeletedAtTheStart() throws Exception {
        rig.write(0, 10);
        try (Follower follower = rig.started()) {
            follower.awaitCaughtUp(LIMIT);
            TopicPartition partition = new TopicPartition(rig.names().sealed(), 0);
            try (var admin = topics.admin()) {

                admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(5)))
                        .all()
                        .get();
            }

            FollowerFault fault = awaitFault(follower);
            assertThat(fault.reason()).isEqualTo(Reason.TOPIC_LOST);
            assertThat(fault.lastGood()).isEqualTo(new Sequence(9));
            assertThat(fault.detail()).contains(rig.names().sealed(), "starts at offset 5");
        }
    }

    @Test
    void stopsWhereTheTopicIsDeleted() throws Exception {
        rig.write(0, 10);
        try (Follower follower = rig.started()) {
            follower.awaitCaughtUp(LIMIT);

            deleteTopic();

            assertThat(awaitFault(follower).reason()).isEqualTo(Reason.TOPIC_LOST);
        }
    }

    @Test
    void stopsWhereTheTopicWasMadeAnew() throws Exception {
        rig.write(0, 10);
        rig.followToTheEnd();
        deleteTopic();
        rig.createTopic();
        rig.write(0, 20);
        try (Follower follower = rig.started()) {

            FollowerFault fault = awaitFault(follower);

            assertThat(fault.reason()).isEqualTo(Reason.TOPIC_LOST);
            assertThat(fault.detail()).contains("topic id");
            assertThat(follower.followed().head().sequence()).isEqualTo(new Sequence(9));
        }
    }

    @Test
    void tellsAListenerThatComesLate() throws Exception {
        rig.write(1, 2);
        List<FollowerFault> told = new ArrayList<>();
        try (Follower follower = rig.started()) {
            FollowerFault fault = awaitFault(follower);

            follower.onFault(told::add);

            assertThat(told).containsExactly(fault);
        }
    }

    @Test
    void refusesToLookUpWhenItIsClosed() throws Exception {
        Follower follower = rig.started();

        follower.close();

        assertThatThrownBy(() -> follower.find(new EventId("x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    private void deleteTopic() throws Exception {
        try (var admin = topics.admin()) {
            admin.deleteTopics(Set.of(rig.names().sealed())).all().get();
        }
    }

    private static FollowerFault awaitFault(Follower follower) {
        Awaitility.await().atMost(LIMIT).until(() -> follower.fault().isPresent());
        return follower.fault().orElseThrow();
    }
}
