package io.sealstream.follower;

import static io.sealstream.follower.FollowerRig.EVENTS;
import static io.sealstream.follower.FollowerRig.LIMIT;
import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.EventIndex;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.TestTopics;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the files of a store: it is read right, or built anew, and never answers wrongly. */
@ExtendWith(SharedBroker.class)
class DamagedStoreTest {
    private final TestBroker broker;

    @TempDir
    Path directory;

    DamagedStoreTest(TestBroker broker) {
        this.broker = broker;
    }

    @Test
    void survivesAFlippedByteInAnyFile() throws Exception {
        survives(DamagedStoreTest::flipMiddle);
    }

    @Test
    void survivesAnyFileCutInTheMiddle() throws Exception {
        survives(DamagedStoreTest::cutInTheMiddle);
    }

    @Test
    void survivesTheLossOfAnyFile() throws Exception {
        survives(Files::delete);
    }

    private interface Damage {
        void to(Path file) throws IOException;
    }

    private void survives(Damage damage) throws Exception {
        Path whole = directory.resolve("whole");
        FollowerRig rig = rig(whole);
        rig.createTopic();
        rig.write(0, 30);
        rig.followToTheEnd();
        // What the write-ahead log held is in tables when it was opened again; what comes then is in the log.
        rig.write(30, 40);
        rig.followToTheEnd();
        List<Path> files = files(whole);
        assertThat(files).extracting(Path::toString).anyMatch(name -> name.endsWith(".sst"));
        for (Path file : files) {
            Path damaged = directory.resolve(UUID.randomUUID().toString());
            copy(whole, damaged);
            damage.to(damaged.resolve(whole.relativize(file)));

            becomesWhole(new FollowerRig(rig.topics(), rig.names(), damaged), whole.relativize(file));
        }
    }

    /** A fault that a look-up meets asks for one more start. */
    private static void becomesWhole(FollowerRig rig, Path damaged) throws InterruptedException {
        for (int attempt = 0; attempt < 2; attempt++) {
            try (Follower follower = rig.started()) {
                if (follower.awaitCaughtUp(LIMIT) && answersRight(follower)) {
                    assertThat(follower.followed().head().sequence())
                            .isEqualTo(EVENTS.getLast().sequence());
                    return;
                }
                assertThat(follower.fault())
                        .as("damage to %s", damaged)
                        .hasValueSatisfying(fault -> assertThat(fault.reason()).isEqualTo(FollowerFault.Reason.FAILED));
            }
        }
        throw new AssertionError("a store with damage to " + damaged + " was not built anew");
    }

    private static boolean answersRight(Follower follower) {
        try {
            for (SealedEvent event : EVENTS) {
                EventIndex.Entry right =
                        new EventIndex.Entry(event.sequence(), event.event().digest());
                assertThat(follower.find(event.event().eventId())).contains(right);
            }
            return true;
        } catch (StoreException e) {
            return false;
        }
    }

    private FollowerRig rig(Path state) {
        TestTopics topics = new TestTopics(broker.bootstrapServers());
        return new FollowerRig(topics, new LedgerTopicNames("ledger-" + UUID.randomUUID()), state);
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory.resolve("db"))) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void flipMiddle(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 0) {
            bytes[bytes.length / 2] ^= 0x55;
            Files.write(file, bytes);
        }
    }

    private static void cutInTheMiddle(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
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
