package io.sealstream.reader;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtendWith;

/** A ledger in a topic, whoever reads it. */
@ExtendWith(SharedBroker.class)
abstract class TopicLedgerContract extends LedgerReaderContract {
    static final Patience PATIENCE = Patience.ofStall(Duration.ofSeconds(20));
    static final Patience IMPATIENCE = Patience.ofStall(Duration.ofSeconds(1));

    final TestTopics topics;
    final LedgerTopicNames names = new LedgerTopicNames("ledger-" + UUID.randomUUID());

    TopicLedgerContract(TestBroker broker) {
        this.topics = new TestTopics(broker.bootstrapServers());
    }

    @Override
    void createLedger() {
        topics.createSealed(names);
    }

    @Override
    void append(List<SealedEvent> events) {
        topics.write(names, events);
    }

    @Override
    void appendGarbage() {
        topics.write(names.sealed(), new byte[] {0, 0, 0, 0, 0, 0, 0, 2}, new byte[] {1, 2, 3});
    }
}
