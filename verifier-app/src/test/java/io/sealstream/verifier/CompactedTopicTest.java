package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Sequence;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.schema.SequenceKey;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key that is written again, before and after compaction has taken the record that had it first. */
@ExtendWith(SharedBroker.class)
class CompactedTopicTest {
    private final TestBroker broker;
    private final KafkaLedger ledger;

    CompactedTopicTest(TestBroker broker) {
        this.broker = broker;
        this.ledger = KafkaLedger.create(broker.bootstrapServers(), 8);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTombstoneBeforeAndAfterCompaction(boolean isCompacted) throws Exception {
        ledger.writeSealed(ledger.values().records());
        ledger.write(
                List.of(new ProducerRecord<>(ledger.names().sealed(), 0, SequenceKey.encode(new Sequence(4)), null)));
        compact(isCompacted);

        Cli.Ended ended = verify();

        assertThat(ended.exitCode()).isEqualTo(10);
        assertThat(ended.faults()).contains("TOMBSTONE@4");
        assertThat(ended.faults().contains("SEQUENCE_GAP@4")).isEqualTo(isCompacted);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anOverwrittenKeyBeforeAndAfterCompaction(boolean isCompacted) throws Exception {
        ledger.writeSealed(ledger.values().records());
        ledger.writeSealed(List.of(TestLedger.rechained(at(4))));
        compact(isCompacted);

        Cli.Ended ended = verify();

        assertThat(ended.exitCode()).isEqualTo(10);
        assertThat(ended.faults()).contains("SEQUENCE_REGRESSION@4");
        assertThat(ended.faults().contains("SEQUENCE_GAP@4")).isEqualTo(isCompacted);
    }

    /** Both are the same record, so what is left is the ledger. */
    @Test
    void aDoubledRecordIsHealedByCompaction() throws Exception {
        List<SealedEvent> records = ledger.values().records();
        records.add(4, at(4));
        ledger.writeSealed(records);
        compact(true);

        Cli.Ended ended = verify("--intake", "skip");

        assertThat(ended.verdict()).isEqualTo("VERIFIED");
        assertThat(ended.json().get("root").textValue())
                .isEqualTo(ledger.values().root(10).hex());
    }

    private Cli.Ended verify(String... more) {
        return Cli.verify(ledger.where(), more);
    }

    private SealedEvent at(int sequence) {
        return ledger.values().records().get(sequence);
    }

    private void compact(boolean isWanted) throws Exception {
        if (isWanted) {
            broker.compact(new TopicPartition(ledger.names().sealed(), 0));
        }
    }
}
