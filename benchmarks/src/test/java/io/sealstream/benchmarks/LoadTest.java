package io.sealstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final List<ProducerRecord<byte[], byte[]>> RECORDS = Load.some("any");

    @Test
    void aRecordThatWasNotWrittenIsAFailureHoweverTheFlushEnds() {
        try (Load load = new Load(new Refusing())) {
            assertThatThrownBy(() -> load.repeat(RECORDS, 3))
                    .isInstanceOf(TopicException.class)
                    .hasMessageContaining("NotEnoughReplicas");
        }
    }

    @Test
    void sendsAsManyAsItIsTold() throws TopicException {
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        try (Load load = new Load(producer)) {
            load.repeat(RECORDS, 1_001);
        }

        assertThat(producer.history()).hasSize(1_001);
    }

    /** Its brokers refuse the first record, and take the others. */
    private static final class Refusing extends MockProducer<byte[], byte[]> {
        Refusing() {
            super(false, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized void flush() {
            boolean unused = errorNext(new NotEnoughReplicasException("one is away"));
            super.flush();
        }
    }
}
