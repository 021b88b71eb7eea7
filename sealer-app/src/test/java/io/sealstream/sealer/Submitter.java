package io.sealstream.sealer;

import io.sealstream.core.Hash;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Event;
import io.sealstream.core.key.SigningKey;
import io.sealstream.schema.CertifiedEventCodec;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes to a ledger's intake, what is right and what is not. Every call returns when the broker has it. */
final class Submitter implements AutoCloseable {
    private final String intake;
    private final Hash ledgerId;
    private final KafkaProducer<byte[], byte[]> producer;
    private final CertifiedEventCodec codec = new CertifiedEventCodec();

    Submitter(TrialLedger ledger, Hash ledgerId) {
        this.intake = ledger.names().intake();
        this.ledgerId = ledgerId;
        Map<String, Object> config = new HashMap<>(ledger.settings().clientProperties());
        config.put("linger.ms", 0);
        config.put("max.block.ms", 10_000);
        config.put("max.request.size", 4 << 20);
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Certified by {@link TrialLedger#PRODUCER}; @return its intake offset. */
    long submit(String eventId) {
        return submit(Draft.of(eventId));
    }

    long submit(Draft draft) {
        return submit(certified(draft, TrialLedger.PRODUCER));
    }

    /** Certified by {@link TrialLedger#ROOT}. */
    long submit(String eventId, ControlEvent control) {
        return submit(certified(Draft.of(eventId, control), TrialLedger.ROOT));
    }

    /** Adds {@link TrialLedger#PRODUCER}: nothing else is sealed before it is. */
    Submitter addProducer() {
        submit("producer-added", TrialLedger.producerAdded());
        return this;
    }

    /** Returns when the broker has all of them. */
    void submitAll(List<String> eventIds) {
        send(eventIds).forEach(Submitter::offset);
    }

    /** Returns at once, and what was sent is on its way. */
    void sendAll(List<String> eventIds) {
        List<Future<RecordMetadata>> unused = send(eventIds);
    }

    private List<Future<RecordMetadata>> send(List<String> eventIds) {
        List<Event> events = eventIds.stream().map(Draft::of).map(Draft::event).toList();
        return new Certifier(ledgerId, TrialLedger.PRODUCER)
                .certifyBatch(events).stream()
                        .map(event -> producer.send(record(event)))
                        .toList();
    }

    CertifiedEvent certified(Draft draft, SigningKey key) {
        return new Certifier(ledgerId, key).certify(draft.event());
    }

    List<CertifiedEvent> certifiedBatch(List<String> eventIds) {
        return new Certifier(ledgerId, TrialLedger.PRODUCER)
                .certifyBatch(eventIds.stream().map(Draft::of).map(Draft::event).toList());
    }

    long submit(CertifiedEvent event, Header... headers) {
        ProducerRecord<byte[], byte[]> record = record(event);
        for (Header header : headers) {
            record.headers().add(header);
        }
        return offset(producer.send(record));
    }

    /** Bytes as they are. */
    long submit(byte @Nullable [] key, byte @Nullable [] value) {
        return offset(producer.send(new ProducerRecord<>(intake, 0, key, value)));
    }

    private ProducerRecord<byte[], byte[]> record(CertifiedEvent event) {
        byte[] key = event.event().eventId().value().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(intake, 0, key, codec.encode(event));
    }

    private static long offset(Future<RecordMetadata> sent) {
        try {
            return sent.get().offset();
        } catch (ExecutionException e) {
            throw new AssertionError("the broker did not take it", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
