package io.sealstream.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedBroker.class)
class CommittedRecordsTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final List<SealedEvent> EVENTS = SampleLedger.events();

    private final TestTopics topics;
    private final LedgerTopicNames names = new LedgerTopicNames("ledger-" + UUID.randomUUID());

    CommittedRecordsTest(TestBroker broker) {
        topics = new TestTopics(broker.bootstrapServers());
        topics.create(names.sealed(), Map.of("cleanup.policy", "delete", "retention.ms", "-1"));
        topics.write(names, EVENTS);
    }

    @Test
    void answersSeveralQuestionsInAnyOrder() throws Exception {
        try (CommittedRecords records = CommittedRecords.open(topics.connection(), names.sealed(), TIMEOUT)) {

            assertThat(records.last()).hasValueSatisfying(last -> assertIs(last, EVENTS.getLast()));
            assertThat(records.find(record -> true, 0)).hasValueSatisfying(first -> assertIs(first, EVENTS.getFirst()));
            assertThat(records.find(record -> true, 7)).hasValueSatisfying(later -> assertIs(later, EVENTS.get(7)));
        }
    }

    @Test
    void findsWhatStandsBeforeWhereItShould() throws Exception {
        try (CommittedRecords records = CommittedRecords.open(topics.connection(), names.sealed(), TIMEOUT)) {

            assertThat(records.find(record -> record.offset() == 3, 1_000))
                    .hasValueSatisfying(found -> assertIs(found, EVENTS.get(3)));
            assertThat(records.find(record -> false, 7)).isEmpty();
        }
    }

    @Test
    void saysInOneLineThatRecordsWereDeletedMeanwhile() throws Exception {
        try (CommittedRecords records = CommittedRecords.open(topics.connection(), names.sealed(), TIMEOUT)) {
            deleteBefore(5);

            assertThatThrownBy(() -> records.find(record -> false, 0))
                    .isInstanceOf(LedgerUnreadableException.class)
                    .hasMessageContainingAll(names.sealed(), "records were deleted while they were read");
        }
    }

    private static void assertIs(ConsumerRecord<byte[], byte[]> record, SealedEvent event) {
        assertThat(new SealedRecordDecoder().decode(record).content()).isEqualTo(new LedgerRecord.Decoded(event));
    }

    private void deleteBefore(long offset) throws Exception {
        TopicPartition partition = new TopicPartition(names.sealed(), 0);
        try (var admin = topics.admin()) {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        }
    }
}
