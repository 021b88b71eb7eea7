package io.sealstream.topology;

import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.schema.CertifiedEventCodec;
import io.sealstream.schema.Codec;
import io.sealstream.schema.RejectedEventCodec;
import io.sealstream.schema.SealedEventCodec;

/** How the three topics' values are read and written. */
record LedgerCodecs(Codec<CertifiedEvent> certified, Codec<SealedEvent> sealed, Codec<RejectedEvent> rejected) {
    static LedgerCodecs avro() {
        return new LedgerCodecs(new CertifiedEventCodec(), new SealedEventCodec(), new RejectedEventCodec());
    }
}
