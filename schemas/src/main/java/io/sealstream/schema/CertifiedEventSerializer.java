package io.sealstream.schema;

import io.sealstream.core.event.CertifiedEvent;

/** For producers that write to an intake topic. Named by class in a client's configuration: {@code value.serializer}. */
public final class CertifiedEventSerializer extends CodecSerializer<CertifiedEvent> {
    public CertifiedEventSerializer() {
        super(new CertifiedEventCodec());
    }
}
