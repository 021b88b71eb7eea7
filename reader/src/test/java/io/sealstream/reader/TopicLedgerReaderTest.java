package io.sealstream.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.TopicFrame;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.schema.SealedEventCodec;
import io.sealstream.schema.SequenceKey;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class TopicLedgerReaderTest extends TopicLedgerContract {

    private final TestBroker broker;

    TopicLedgerReaderTest(TestBroker broker) {
        super(broker);
        this.broker = broker;
    }

    @Override
    LedgerReader open() throws LedgerUnreadableException {
        return TopicLedgerReader.open(topics.connection(), names, PATIENCE);
    }

    @Override
    LedgerReader openMissing() throws LedgerUnreadableException {
        return TopicLedgerReader.open(topics.connection(), new LedgerTopicNames("missing"), PATIENCE);
    }

    @Test
    void givesKeyAndTimestampAsTheTopicHasThem() throws Exception {
        SealedEvent genesis = SampleLedger.events().getFirst();
        createLedger();
        append(List.of(genesis));

        Run run = read();

        TopicFrame frame = new TopicFrame(Bytes.wrap(SequenceKey.encode(genesis.sequence())), genesis.sealedAtMs());
        assertThat(run.records()).containsExactly(new LedgerRecord(0, new LedgerRecord.Decoded(genesis), frame));
    }

    @Test
    void givesTombstonesAndRecordsWithoutAKey() throws Exception {
        topics.create(names.sealed(), Map.of());
        topics.write(names.sealed(), new byte[] {1}, null);
        topics.write(names.sealed(), null, new byte[] {1});

        Run run = read();

        assertThat(run.records()).hasSize(2);
        assertThat(run.records().getFirst().content()).isEqualTo(new LedgerRecord.Tombstone());
        assertThat(run.records().getLast().frame()).extracting("key").isNull();
    }

    @Test
    void takesNoValueWithBytesLeftOver() throws Exception {
        byte[] value = new SealedEventCodec().encode(SampleLedger.events().getFirst());
        createLedger();
        topics.write(names.sealed(), new byte[8], Arrays.copyOf(value, value.length + 1));

        Run run = read();

        assertThat(run.records().getFirst().content()).isEqualTo(new LedgerRecord.Undecodable("1 bytes are left over"));
    }

    @Test
    void passesMarkersAndAbortedRecordsAlsoAtTheEnd() throws Exception {
        List<SealedEvent> events = SampleLedger.events();
        createLedger();
        try (var producer = topics.transactional(names.ledger())) {
            for (SealedEvent event : events.subList(0, 10)) {
                producer.beginTransaction();
                TestTopics.send(producer, TestTopics.record(names, event));
                producer.commitTransaction();
                producer.beginTransaction();
                TestTopics.send(producer, TestTopics.record(names, event));
                producer.abortTransaction();
            }
        }

        Run run = read();

        assertThat(run.result()).isEqualTo(new ReadResult.Complete());
        assertThat(run.events()).isEqualTo(events.subList(0, 10));
        assertThat(run.offsets()).startsWith(0L, 4L, 8L);
    }

    @Test
    void passesTheGapsThatCompactionLeaves() throws Exception {
        List<SealedEvent> events = SampleLedger.events();
        createLedger();
        append(events.subList(0, 5));
        append(events.subList(0, 20));
        broker.compact(new TopicPartition(names.sealed(), 0));

        Run run = read();

        assertThat(run.result()).isEqualTo(new ReadResult.Complete());
        assertThat(run.events()).isEqualTo(events.subList(0, 20));
        assertThat(run.offsets()).startsWith(5L);
    }

    @Test
    void startsWhereTheLogStarts() throws Exception {
        List<SealedEvent> events = SampleLedger.events();
        topics.create(names.sealed(), Map.of("cleanup.policy", "delete", "retention.ms", "-1"));
        append(events);
        TopicPartition partition = new TopicPartition(names.sealed(), 0);
        try (var admin = topics.admin()) {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(7)))
                    .all()
                    .get();
        }

        Run run = read();

        assertThat(run.result()).isEqualTo(new ReadResult.Complete());
        assertThat(run.events()).isEqualTo(events.subList(7, 40));
    }

    @Test
    void isIncompleteWhileAnOpenTransactionHoldsBackTheRest() throws Exception {
        List<SealedEvent> events = SampleLedger.events();
        createLedger();
        append(events.subList(0, 3));
        try (var producer = topics.transactional(names.ledger())) {
            producer.beginTransaction();
            TestTopics.send(producer, TestTopics.record(names, events.get(3)));
            append(events.subList(4, 6));

            Run run;
            try (LedgerReader reader = TopicLedgerReader.open(topics.connection(), names, IMPATIENCE)) {
                run = read(reader);
            }

            assertThat(run.events()).isEqualTo(events.subList(0, 3));
            assertThat(reason(run))
                    .contains(names.sealed(), "offset 3 of 6", "open transaction")
                    .containsPattern("producer id \\d+ .*open since offset 3, and wrote last at .* s ago")
                    .endsWith("abort --topic " + names.sealed() + " --partition 0 --start-offset 3");
            producer.abortTransaction();
        }
    }

    @Test
    void isIncompleteWhenItsTimeIsOver() throws Exception {
        createLedger();
        Patience brief = new Patience(Duration.ofSeconds(20), Duration.ofMillis(300));
        try (var producer = topics.transactional(names.ledger())) {
            producer.beginTransaction();
            TestTopics.send(
                    producer, TestTopics.record(names, SampleLedger.events().getFirst()));

            Run run;
            try (LedgerReader reader = TopicLedgerReader.open(topics.connection(), names, brief)) {
                run = read(reader);
            }

            assertThat(reason(run)).contains("offset 0 of 1", "time-out of 300 ms");
            producer.abortTransaction();
        }
    }

    @Test
    void isUnreadableWhereNobodyListens() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        KafkaConnection nobody = new KafkaConnection(Map.of("bootstrap.servers", "127.0.0.1:" + port));

        assertThatThrownBy(() -> TopicLedgerReader.open(nobody, names, IMPATIENCE))
                .isInstanceOfSatisfying(
                        LedgerUnreadableException.class,
                        e -> assertThat(e.reason()).isEqualTo(LedgerUnreadableException.Reason.UNREACHABLE))
                .message()
                .contains(names.sealed(), "127.0.0.1:" + port)
                .hasLineCount(1);
    }

    @Test
    void isUnreadableWhereTheAddressIsNone() {
        KafkaConnection nowhere = new KafkaConnection(Map.of("bootstrap.servers", "no address"));

        assertThatThrownBy(() -> TopicLedgerReader.open(nowhere, names, IMPATIENCE))
                .isInstanceOf(LedgerUnreadableException.class)
                .hasMessageContaining("no address");
    }

    @Test
    void isUnreadableWhereTheTopicHasSeveralPartitions() {
        topics.create(names.sealed(), 3, Map.of());

        assertThatThrownBy(this::open)
                .isInstanceOf(LedgerUnreadableException.class)
                .hasMessageContaining("3 partitions");
    }

    private static String reason(Run run) {
        return assertThat(run.result())
                .asInstanceOf(type(ReadResult.Incomplete.class))
                .actual()
                .reason();
    }
}
