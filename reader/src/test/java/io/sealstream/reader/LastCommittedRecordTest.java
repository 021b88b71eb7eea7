package io.sealstream.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedBroker.class)
class LastCommittedRecordTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final String topic = "last-" + UUID.randomUUID();
    private final TestTopics topics;

    LastCommittedRecordTest(TestBroker broker) {
        this.topics = new TestTopics(broker.bootstrapServers());
    }

    @BeforeEach
    void createTopic() {
        topics.create(topic, Map.of());
    }

    @Test
    void isNoneInAnEmptyTopic() throws Exception {
        assertThat(lastOffset()).isEmpty();
    }

    @Test
    void isTheLastOfAll() throws Exception {
        write(40);

        assertThat(lastOffset()).hasValue(39L);
    }

    @Test
    void isNoneWhereAllWasAborted() throws Exception {
        abort(40);

        assertThat(lastOffset()).isEmpty();
    }

    @Test
    void isFoundBehindManyThatWereAborted() throws Exception {
        write(3);
        abort(100);

        assertThat(lastOffset()).hasValue(2L);
    }

    /** It does not wait for the transaction's end. */
    @Test
    void isTheOneBeforeAnOpenTransaction() throws Exception {
        write(3);
        try (KafkaProducer<byte[], byte[]> producer = topics.transactional(topic)) {
            producer.beginTransaction();
            send(producer, 1);

            assertThat(lastOffset()).hasValue(2L);

            producer.abortTransaction();
        }
    }

    private Optional<Long> lastOffset() throws LedgerUnreadableException {
        try (CommittedRecords records = CommittedRecords.open(topics.connection(), topic, TIMEOUT)) {
            return records.last().map(ConsumerRecord::offset);
        }
    }

    private void write(int count) {
        try (KafkaProducer<byte[], byte[]> producer = topics.producer()) {
            send(producer, count);
        }
    }

    private void abort(int count) {
        try (KafkaProducer<byte[], byte[]> producer = topics.transactional(topic)) {
            producer.beginTransaction();
            send(producer, count);
            producer.abortTransaction();
        }
    }

    private void send(KafkaProducer<byte[], byte[]> producer, int count) {
        for (int i = 0; i < count; i++) {
            TestTopics.send(producer, new ProducerRecord<>(topic, 0, new byte[1], new byte[1]));
        }
    }
}
