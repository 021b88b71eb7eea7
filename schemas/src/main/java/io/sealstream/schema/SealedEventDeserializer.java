package io.sealstream.schema;

import io.sealstream.core.event.SealedEvent;

/** For consumers of a sealed topic. Named by class in a client's configuration: {@code value.deserializer}. */
public final class SealedEventDeserializer extends CodecDeserializer<SealedEvent> {
    public SealedEventDeserializer() {
        super(new SealedEventCodec());
    }
}
