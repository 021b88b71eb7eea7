package io.sealstream.gateway.submit;

import io.sealstream.client.EventSigner;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.Metadata;
import io.sealstream.gateway.access.Caller;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's own certificate for events that come without one, from callers whose certificates say who they are. The
 * event then names its sender, and the gateway's key vouches for that.
 */
final class OnBehalf {
    /** In the metadata of what the gateway certifies: the subject of the sender's certificate. */
    static final String SUBMITTED_BY = "sealstream.submitted_by";

    private final @Nullable EventSigner signer;

    /** @param signer null where the gateway certifies nothing */
    OnBehalf(@Nullable EventSigner signer) {
        this.signer = signer;
    }

    /** What certifies {@code submission} here; empty where its sender has to. Control events take a key of their own. */
    Optional<EventSigner> signer(Submission submission) {
        boolean isTaken = submission.certificate() == null
                && submission.caller() instanceof Caller.Certified
                && !submission.event().eventType().isControl();
        return isTaken ? Optional.ofNullable(signer) : Optional.empty();
    }

    /** The event, with its sender's name. */
    static Event named(Submission submission) {
        Event event = submission.event();
        Map<String, String> metadata = new TreeMap<>(event.metadata().asMap());
        metadata.put(SUBMITTED_BY, submission.caller().name());
        return new Event(
                event.eventId(),
                event.eventType(),
                event.occurredAtMs(),
                event.sealBeforeMs(),
                event.payload(),
                Metadata.of(metadata));
    }

    /** Why {@code event} can't come from a caller as it is; empty where it can. */
    static Optional<String> objection(Event event) {
        return event.metadata().asMap().containsKey(SUBMITTED_BY)
                ? Optional.of("metadata \"" + SUBMITTED_BY + "\" is what a gateway says of its callers; leave it out")
                : Optional.empty();
    }
}
