package io.sealstream.schema;

import io.sealstream.core.seal.RejectedEvent;

/** For consumers of a rejected topic. Named by class in a client's configuration: {@code value.deserializer}. */
public final class RejectedEventDeserializer extends CodecDeserializer<RejectedEvent> {
    public RejectedEventDeserializer() {
        super(new RejectedEventCodec());
    }
}
