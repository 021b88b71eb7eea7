package io.sealstream.follower;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Sequence;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.TestTopics;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedBroker.class)
class FollowerListenerTest implements FollowerListener {
    private final FollowerRig rig;
    private final AtomicInteger reading = new AtomicInteger();
    private final List<LedgerHead> heads = new CopyOnWriteArrayList<>();

    FollowerListenerTest(TestBroker broker, @TempDir Path directory) {
        rig = new FollowerRig(
                new TestTopics(broker.bootstrapServers()),
                new LedgerTopicNames("ledger-" + UUID.randomUUID()),
                directory);
        rig.createTopic();
    }

    @Test
    void hearsOfEachConsumerAndOfWhatWasFolded() throws Exception {
        rig.write(0, 10);
        try (Follower follower = rig.open()) {
            follower.start(this);
            follower.awaitCaughtUp(FollowerRig.LIMIT);
            assertThat(reading).hasValue(1);
        }

        assertThat(reading).hasValue(0);
        assertThat(heads).last().extracting(LedgerHead::sequence).isEqualTo(new Sequence(9));
    }

    @Override
    public Reading reading(Consumer<?, ?> consumer) {
        reading.incrementAndGet();
        return reading::decrementAndGet;
    }

    @Override
    public void followed(LedgerHead head) {
        heads.add(head);
    }
}
