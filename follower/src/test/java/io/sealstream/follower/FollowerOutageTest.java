package io.sealstream.follower;

import static io.sealstream.follower.FollowerRig.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Sequence;
import io.sealstream.follower.FollowerFault.Reason;
import io.sealstream.kafka.local.LocalBroker;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.TestTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowerOutageTest {
    @TempDir
    Path directory;

    private LocalBroker broker;
    private FollowerRig rig;

    @BeforeEach
    void start() {
        broker = LocalBroker.start(directory.resolve("broker"));
        TestTopics topics = new TestTopics(broker.bootstrapServers());
        rig = new FollowerRig(topics, new LedgerTopicNames("ledger"), directory.resolve("state"));
        rig.createTopic();
    }

    @Test
    void waitsOutABrokerThatIsAway() throws Exception {
        rig.write(0, 10);
        try (Follower follower = rig.started()) {
            follower.awaitCaughtUp(LIMIT);

            broker.close();
            Awaitility.await().atMost(LIMIT).until(() -> follower.status().trouble() != null);
            broker = LocalBroker.start(directory.resolve("broker"));
            rig.write(10, 20);

            assertThat(follower.awaitSequence(new Sequence(19), LIMIT)).isTrue();
            Awaitility.await().atMost(LIMIT).until(() -> follower.status().trouble() == null);
            assertThat(follower.fault()).isEmpty();
        } finally {
            broker.close();
        }
    }

    @Test
    void stopsWhereWhatItHasFollowedIsGoneFromTheEnd() throws Exception {
        rig.write(0, 10);
        broker.close();
        copy(directory.resolve("broker"), directory.resolve("backup"));
        broker = LocalBroker.start(directory.resolve("broker"));
        rig.write(10, 20);
        rig.followToTheEnd();
        broker.close();
        Files.move(directory.resolve("broker"), directory.resolve("lost"));
        Files.move(directory.resolve("backup"), directory.resolve("broker"));
        broker = LocalBroker.start(directory.resolve("broker"));

        try (Follower follower = rig.started()) {
            Awaitility.await().atMost(LIMIT).until(() -> follower.fault().isPresent());

            FollowerFault fault = follower.fault().orElseThrow();
            assertThat(fault.reason()).isEqualTo(Reason.TOPIC_LOST);
            assertThat(fault.lastGood()).isEqualTo(new Sequence(19));
            assertThat(fault.detail()).contains("offset 20");
        } finally {
            broker.close();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }
}
