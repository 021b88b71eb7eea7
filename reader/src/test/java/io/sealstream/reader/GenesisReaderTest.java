package io.sealstream.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.sealstream.core.Hash;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.reader.GenesisReader.Damaged;
import io.sealstream.reader.GenesisReader.Foreign;
import io.sealstream.reader.GenesisReader.Found;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedBroker.class)
class GenesisReaderTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final LedgerTopicNames NAMES = new LedgerTopicNames("payments");
    private static final List<SealedEvent> EVENTS = SampleLedger.events();

    private final TestTopics topics;

    GenesisReaderTest(TestBroker broker) {
        this.topics = new TestTopics(broker.bootstrapServers());
    }

    @BeforeEach
    void createTopic() {
        topics.createSealed(NAMES);
    }

    @AfterEach
    void deleteTopic() throws Exception {
        try (var admin = topics.admin()) {
            admin.deleteTopics(List.of(NAMES.sealed())).all().get();
        }
    }

    @Test
    void findsTheGenesisOfTheLedger() throws Exception {
        topics.write(NAMES, EVENTS);

        GenesisReader.Start start = read();

        assertThat(start)
                .asInstanceOf(type(Found.class))
                .extracting(Found::record)
                .isEqualTo(EVENTS.getFirst());
    }

    @Test
    void findsNothingInATopicWithoutCommittedRecords() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = topics.transactional("aborts")) {
            producer.beginTransaction();
            TestTopics.send(producer, TestTopics.record(NAMES, EVENTS.getFirst()));
            producer.abortTransaction();
        }

        assertThat(read()).isEqualTo(new GenesisReader.Empty());
    }

    @Test
    void takesNoOtherRecordForAGenesis() throws Exception {
        topics.write(NAMES, EVENTS.subList(4, 5));

        assertThat(read())
                .asInstanceOf(type(Damaged.class))
                .extracting(Damaged::reason)
                .asString()
                .contains("sequence 4");
    }

    @Test
    void takesNoGenesisOfAnotherHash() throws Exception {
        SealedEvent genesis = EVENTS.getFirst();
        SealedEvent changed = new SealedEvent(
                genesis.sequence(),
                genesis.previousHash(),
                Hash.ZERO,
                genesis.sealedAtMs(),
                genesis.intake(),
                genesis.certified());
        topics.write(NAMES, List.of(changed));

        assertThat(read())
                .asInstanceOf(type(Damaged.class))
                .extracting(Damaged::reason)
                .asString()
                .contains("hash");
    }

    @Test
    void takesNoBytesForAGenesis() throws Exception {
        topics.write(NAMES.sealed(), new byte[8], new byte[] {1});

        assertThat(reason()).contains("can't be decoded");
    }

    @Test
    void saysThatAnOpenTransactionHidesTheAnswerAndWhoseItIs() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = topics.transactional("waits")) {
            producer.beginTransaction();
            TestTopics.send(producer, TestTopics.record(NAMES, EVENTS.getFirst()));

            assertThatThrownBy(() -> GenesisReader.read(topics.connection(), NAMES, Duration.ofSeconds(1)))
                    .isInstanceOf(LedgerUnreadableException.class)
                    .hasMessageContainingAll("an open transaction holds back", "producer id");
            producer.abortTransaction();
        }
    }

    private String reason() throws LedgerUnreadableException {
        return assertThat(read()).asInstanceOf(type(Foreign.class)).actual().reason();
    }

    private GenesisReader.Start read() throws LedgerUnreadableException {
        return GenesisReader.read(topics.connection(), NAMES, TIMEOUT);
    }
}
