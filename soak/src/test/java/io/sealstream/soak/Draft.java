package io.sealstream.soak;

import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.soak.check.Purpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to submit.
 *
 * @param deadline or null for none
 */
record Draft(
        CertifiedEvent event, Purpose purpose, @Nullable Instant deadline) {
    String eventId() {
        return event.event().eventId().value();
    }
}
