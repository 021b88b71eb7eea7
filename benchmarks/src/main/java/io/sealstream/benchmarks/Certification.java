package io.sealstream.benchmarks;

import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.Event;
import java.util.List;

/** How the events of a ledger are signed, and whether its sealer asks for it. */
enum Certification {
    /** Not at all; a certificate that is there would be recorded. */
    NONE("recorded"),
    /** One signature for all that are certified together. */
    BATCH("required"),
    /** A signature each. */
    SINGLE("required");

    private final String setting;

    Certification(String setting) {
        this.setting = setting;
    }

    /** As {@code init --certification} takes it. */
    String setting() {
        return setting;
    }

    boolean isRequired() {
        return this != NONE;
    }

    List<CertifiedEvent> certify(Certifier certifier, List<Event> events) {
        return switch (this) {
            case NONE -> uncertified(events);
            case BATCH -> certifier.certifyBatch(events);
            case SINGLE -> events.stream().map(certifier::certify).toList();
        };
    }

    static List<CertifiedEvent> uncertified(List<Event> events) {
        return events.stream().map(event -> new CertifiedEvent(event, null)).toList();
    }
}
