package io.sealstream.gateway.submit;

import io.sealstream.core.event.Event;
import io.sealstream.gateway.access.Caller;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants sealed.
 *
 * @param caller who submits it
 * @param certificate as the caller states it, or null
 * @param deadline of this attempt, from when it is received; null for the gateway's default
 */
public record Submission(
        Caller caller,
        Event event,
        @Nullable StatedCertificate certificate,
        @Nullable Duration deadline) {}
