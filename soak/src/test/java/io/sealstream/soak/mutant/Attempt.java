package io.sealstream.soak.mutant;

import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.soak.check.Answer;
import io.sealstream.soak.check.Operation;
import io.sealstream.soak.check.Purpose;

/** A submission of a made-up run, before its answer. */
record Attempt(int number, CertifiedEvent event, Purpose purpose, long deadlineMs, int sentAt) {
    String eventId() {
        return event.event().eventId().value();
    }

    Operation answered(Answer answer) {
        Event sent = event.event();
        return new Operation(number, eventId(), sent.digest().hex(), purpose, deadlineMs, sentAt, answer);
    }
}
