package io.sealstream.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class OpeningTest {
    private static final LedgerTopicNames NAMES = new LedgerTopicNames("payments");
    private static final KafkaConnection CONNECTION = new KafkaConnection(Map.of("bootstrap.servers", "broker:9092"));

    /** It was there when the topics were looked at, a moment before. */
    @Test
    void isUnreadableWhereTheBrokerGoesMeanwhile() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none") {
            @Override
            public synchronized long position(TopicPartition partition) {
                throw new TimeoutException("the position could not be determined");
            }
        };

        assertThatThrownBy(() -> LedgerClient.follow(
                        CONNECTION,
                        consumer,
                        NAMES,
                        new OutcomeDecoder(NAMES, "intake-id", HashAlgorithm.SHA_256),
                        new InFlight(ClientSettings.DEFAULT)))
                .isInstanceOfSatisfying(
                        LedgerUnreadableException.class,
                        e -> assertThat(e.reason()).isEqualTo(LedgerUnreadableException.Reason.UNREACHABLE))
                .hasMessageContainingAll("payments.sealed", "broker:9092");

        assertThat(consumer.closed()).isTrue();
    }
}
