package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PolledBatchInterceptorTest {
    private static final TopicPartition INTAKE = new TopicPartition("ledger.intake", 0);

    private final PolledBatch batch =
            new PolledBatch(ReadAhead.of(new TestLedger().setup(), LedgerCodecs.avro(), Runnable::run));
    private final PolledBatchInterceptor interceptor = new PolledBatchInterceptor();

    PolledBatchInterceptorTest() {
        interceptor.configure(Map.of(PolledBatchInterceptor.BATCH, batch));
    }

    @Test
    void publishesTheLastOffsetOfWhatWasPolled() {
        interceptor.onConsume(polled(5, 6, 9));

        assertThat(batch.endsAt(6)).isFalse();
        assertThat(batch.endsAt(9)).isTrue();
    }

    @Test
    void movesOnWithEachPoll() {
        interceptor.onConsume(polled(5));
        interceptor.onConsume(polled(6, 7));

        assertThat(batch.endsAt(6)).isFalse();
        assertThat(batch.endsAt(7)).isTrue();
    }

    @Test
    void keepsTheEndWhereNothingWasPolled() {
        interceptor.onConsume(polled(5));
        interceptor.onConsume(new ConsumerRecords<>(Map.of(), Map.of()));

        assertThat(batch.endsAt(5)).isTrue();
    }

    @Test
    void goesBackWithTheConsumerWhenItsTaskStartsAnew() {
        interceptor.onConsume(polled(9));
        interceptor.onConsume(polled(5));

        assertThat(batch.endsAt(5)).isTrue();
    }

    @Test
    void knowsNoEndBeforeTheFirstPoll() {
        assertThat(batch.endsAt(Long.MAX_VALUE - 1)).isFalse();
    }

    /** Streams commits by the next offsets that the object carries. */
    @Test
    void returnsTheRecordsAsTheyCame() {
        ConsumerRecords<byte[], byte[]> records = polled(5);

        assertThat(interceptor.onConsume(records)).isSameAs(records);
    }

    @Test
    void refusesToRunWithoutABatchToPublishTo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PolledBatchInterceptor().configure(Map.of()))
                .withMessageContaining(PolledBatchInterceptor.BATCH);
    }

    private static ConsumerRecords<byte[], byte[]> polled(long... offsets) {
        List<ConsumerRecord<byte[], byte[]>> records = LongStream.of(offsets)
                .mapToObj(offset -> new ConsumerRecord<>(INTAKE.topic(), 0, offset, new byte[0], new byte[0]))
                .toList();
        return new ConsumerRecords<>(
                Map.of(INTAKE, records), Map.of(INTAKE, new OffsetAndMetadata(offsets[offsets.length - 1] + 1)));
    }
}
