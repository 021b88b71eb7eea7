package io.sealstream.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.kafka.local.TestBroker;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** A topic that several read, in pieces so small that each has many. */
class TopicPiecesTest extends TopicLedgerContract {
    private static final int READERS = 3;
    private static final int WIDTH = 7;

    TopicPiecesTest(TestBroker broker) {
        super(broker);
    }

    @Override
    LedgerReader open() throws LedgerUnreadableException {
        return open(PATIENCE);
    }

    private LedgerReader open(Patience patience) throws LedgerUnreadableException {
        return TopicLedgerReader.open(topics.connection(), names, patience, READERS, WIDTH);
    }

    @Override
    LedgerReader openMissing() throws LedgerUnreadableException {
        return TopicLedgerReader.open(topics.connection(), new LedgerTopicNames("missing"), PATIENCE, READERS, WIDTH);
    }

    /** A piece begins in the middle of one that was aborted as of one that was committed. */
    @Test
    void givesWhatWasCommittedWhereverAPieceBegins() throws Exception {
        List<SealedEvent> events = SampleLedger.events();
        createLedger();
        try (var producer = topics.transactional(names.ledger())) {
            for (List<SealedEvent> part : List.of(events.subList(0, 12), events.subList(12, 40))) {
                producer.beginTransaction();
                part.forEach(event -> TestTopics.send(producer, TestTopics.record(names, event)));
                producer.commitTransaction();
                producer.beginTransaction();
                part.forEach(event -> TestTopics.send(producer, TestTopics.record(names, event)));
                producer.abortTransaction();
            }
        }

        Run run = read();

        assertThat(run.result()).isEqualTo(new ReadResult.Complete());
        assertThat(run.events()).isEqualTo(events.subList(0, 40));
        assertThat(run.offsets()).isSorted();
    }

    @Test
    void startsWhereTheLogStarts() throws Exception {
        List<SealedEvent> events = SampleLedger.events();
        topics.create(names.sealed(), Map.of("cleanup.policy", "delete", "retention.ms", "-1"));
        append(events);
        try (var admin = topics.admin()) {
            admin.deleteRecords(Map.of(new TopicPartition(names.sealed(), 0), RecordsToDelete.beforeOffset(9)))
                    .all()
                    .get();
        }

        Run run = read();

        assertThat(run.events()).isEqualTo(events.subList(9, 40));
    }

    @Test
    void isIncompleteFromWhereAnOpenTransactionHoldsItBack() throws Exception {
        List<SealedEvent> events = SampleLedger.events();
        createLedger();
        append(events.subList(0, 10));
        try (var producer = topics.transactional(names.ledger())) {
            producer.beginTransaction();
            TestTopics.send(producer, TestTopics.record(names, events.get(10)));
            append(events.subList(11, 40));

            Run run;
            try (LedgerReader reader = open(IMPATIENCE)) {
                run = read(reader);
            }

            assertThat(run.events()).isEqualTo(events.subList(0, 10));
            assertThat(run.result())
                    .asInstanceOf(type(ReadResult.Incomplete.class))
                    .extracting(ReadResult.Incomplete::reason)
                    .asString()
                    .contains(names.sealed(), "offset 10 of 40", "open transaction");
            producer.abortTransaction();
        }
    }
}
