package io.sealstream.client;

import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Event;
import java.util.List;

/** How {@code submit} certifies events that are sent together. */
interface EventCertifier {
    List<CertifiedEvent> certify(List<Event> events);

    /** Not at all. */
    static EventCertifier none() {
        return events ->
                events.stream().map(event -> new CertifiedEvent(event, null)).toList();
    }

    /** A signature for each. */
    static EventCertifier each(Certifier certifier) {
        return events -> events.stream().map(certifier::certify).toList();
    }

    /** One signature for all of them. */
    static EventCertifier together(Certifier certifier) {
        return certifier::certifyBatch;
    }
}
