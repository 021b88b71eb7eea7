package io.sealstream.follower;

import static io.sealstream.follower.FollowerRig.EVENTS;
import static io.sealstream.follower.FollowerRig.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Sequence;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.TestTopics;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A follower that keeps whole records gives them out as they were sealed. */
@ExtendWith(SharedBroker.class)
class KeptRecordsTest {
    private final TestTopics topics;

    @TempDir
    Path directory;

    private FollowerRig rig;

    KeptRecordsTest(TestBroker broker) {
        this.topics = new TestTopics(broker.bootstrapServers());
    }

    @BeforeEach
    void createTopic() {
        rig = new FollowerRig(topics, new LedgerTopicNames("ledger-" + UUID.randomUUID()), directory);
        rig.createTopic();
    }

    @Test
    void eachIsFoundByItsSequence() throws Exception {
        rig.write(0, 40);
        try (Follower follower = keeping()) {
            List<SealedEvent> found = EVENTS.stream()
                    .map(SealedEvent::sequence)
                    .map(follower::record)
                    .map(record -> record.orElseThrow())
                    .toList();

            assertThat(found).isEqualTo(EVENTS);
        }
    }

    @Test
    void severalComeInTheirOrder() throws Exception {
        rig.write(0, 40);
        try (Follower follower = keeping()) {
            List<SealedEvent> found = follower.records(new Sequence(10), 5);

            assertThat(found).isEqualTo(EVENTS.subList(10, 15));
        }
    }

    @Test
    void behindTheHeadIsNone() throws Exception {
        rig.write(0, 40);
        try (Follower follower = keeping()) {
            assertThat(follower.record(new Sequence(40))).isEmpty();
            assertThat(follower.records(new Sequence(38), 5)).isEqualTo(EVENTS.subList(38, 40));
            assertThat(follower.records(new Sequence(40), 5)).isEmpty();
        }
    }

    @Test
    void aStoreThatHasKeptNoneIsBuiltAnew() throws Exception {
        rig.write(0, 40);
        rig.followToTheEnd();

        try (Follower follower = keeping()) {
            assertThat(follower.records(Sequence.GENESIS, 100)).isEqualTo(EVENTS);
        }
    }

    @Test
    void aRestartGoesOnWithThoseItHas() throws Exception {
        rig.write(0, 20);
        keeping().close();
        rig.write(20, 40);

        try (Follower follower = keeping()) {
            assertThat(follower.records(Sequence.GENESIS, 100)).isEqualTo(EVENTS);
            assertThat(directory.resolve("damaged")).doesNotExist();
        }
    }

    private Follower keeping() throws InterruptedException {
        Follower follower = Follower.open(rig.keepingRecords());
        follower.start();
        assertThat(follower.awaitCaughtUp(LIMIT)).isTrue();
        return follower;
    }
}
