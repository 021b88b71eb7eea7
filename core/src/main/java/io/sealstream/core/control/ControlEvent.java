package io.sealstream.core.control;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.EventType;

/** What a control event says. */
public sealed interface ControlEvent permits Genesis, PolicyNoted, KeyAdded, KeyRevoked, TopicReplaced {
    EventType eventType();

    /** The JSON payload that says it. */
    Bytes toPayload();
}
