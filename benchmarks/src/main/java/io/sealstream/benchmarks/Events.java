package io.sealstream.benchmarks;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.schema.CertifiedEventCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Made-up events as records of an intake. Their ids count up, so that none is used twice. */
final class Events {
    /** As many as share one signature. */
    static final int BATCH = 64;

    private static final EventType TYPE = new EventType("payment.booked");

    private final Function<List<Event>, List<CertifiedEvent>> certify;
    private final CertifiedEventCodec codec = new CertifiedEventCodec();
    private final Payloads payloads;
    private long made;

    /** @param certify is given at most {@value #BATCH} events at a time */
    Events(Payloads payloads, Function<List<Event>, List<CertifiedEvent>> certify) {
        this.payloads = payloads;
        this.certify = certify;
    }

    /** Without certificates, and with the payloads of most measurements. */
    static Events plain() {
        return new Events(Payloads.ofPayments(), Certification::uncertified);
    }

    /** The next ones of these, with other payloads; these are not to be used any more. */
    Events withPayloads(Payloads other) {
        Events next = new Events(other, certify);
        next.made = made;
        return next;
    }

    ProducerRecord<byte[], byte[]> next(String topic) {
        return next(topic, 1).getFirst();
    }

    /** @param count at most {@value #BATCH} */
    List<ProducerRecord<byte[], byte[]>> next(String topic, int count) {
        List<Event> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            events.add(event());
        }
        return certify.apply(events).stream()
                .map(certified -> record(topic, certified))
                .toList();
    }

    /** The next one. */
    CertifiedEvent certified() {
        return certify.apply(List.of(event())).getFirst();
    }

    private Event event() {
        return new Event(
                new EventId("event-" + ++made),
                TYPE,
                System.currentTimeMillis(),
                0,
                Payload.inline(Bytes.wrap(payloads.next())),
                Metadata.EMPTY);
    }

    private ProducerRecord<byte[], byte[]> record(String topic, CertifiedEvent certified) {
        byte[] key = certified.event().eventId().value().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, 0, key, codec.encode(certified));
    }
}
