package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.schema.Codec;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.RejectedEventCodec;
import io.sealstream.schema.SealedEventCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What a committed reader sees of a ledger's outcomes, from the first on; it never waits longer than it is told to. */
final class Outcomes implements AutoCloseable {
    private static final Codec<SealedEvent> SEALED = new SealedEventCodec();
    private static final Codec<RejectedEvent> REJECTED = new RejectedEventCodec();

    private final TopicPartition sealedTopic;
    private final TopicPartition rejectedTopic;
    private final Consumer<byte[], byte[]> consumer;
    private final List<SealedEvent> sealed = new ArrayList<>();
    private final List<RejectedEvent> rejected = new ArrayList<>();

    Outcomes(TrialLedger ledger) {
        this.sealedTopic = new TopicPartition(ledger.names().sealed(), 0);
        this.rejectedTopic = new TopicPartition(ledger.names().rejected(), 0);
        this.consumer = ledger.connection().consumer(TrialLedger.PATIENCE);
        consumer.assign(Set.of(sealedTopic, rejectedTopic));
        consumer.seekToBeginning(Set.of(sealedTopic, rejectedTopic));
    }

    /** With the genesis. */
    List<SealedEvent> sealed() {
        poll();
        return List.copyOf(sealed);
    }

    List<RejectedEvent> rejected() {
        poll();
        return List.copyOf(rejected);
    }

    /** Waits for {@code count} sealed records, the genesis among them; @return the last. */
    SealedEvent awaitSealedCount(int count) {
        await().atMost(TrialLedger.PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(sealed()).hasSize(count));
        return sealed.getLast();
    }

    /** Waits for {@code count} rejected records; @return the last. */
    RejectedEvent awaitRejectedCount(int count) {
        await().atMost(TrialLedger.PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertThat(rejected()).hasSize(count));
        return rejected.getLast();
    }

    /** Waits for the event of that id to be sealed. */
    SealedEvent awaitSealed(String eventId) {
        return await().atMost(TrialLedger.PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> sealed().stream()
                                .filter(each -> each.event().eventId().value().equals(eventId))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Waits for the outcome of an intake record that is not sealed. */
    RejectedEvent awaitRejected(long intakeOffset) {
        return await().atMost(TrialLedger.PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> rejected().stream()
                                .filter(each -> each.intake().offset() == intakeOffset)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private void poll() {
        var polled = consumer.poll(Duration.ofMillis(20));
        polled.records(sealedTopic).forEach(record -> sealed.add(decoded(SEALED, record)));
        polled.records(rejectedTopic).forEach(record -> rejected.add(decoded(REJECTED, record)));
    }

    private static <T> T decoded(Codec<T> codec, ConsumerRecord<byte[], byte[]> record) {
        return switch (codec.decode(record.value())) {
            case Decoding.Decoded<T>(T value) -> value;
            case Decoding.Malformed<T>(String reason) ->
                throw new AssertionError(record.topic() + " offset " + record.offset() + ": " + reason);
        };
    }

    @Override
    public void close() {
        consumer.close();
    }
}
