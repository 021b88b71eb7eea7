package io.sealstream.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.SignatureAlgorithm;

/** From a parsed line to the core, whatever the record's own faults: they are for the verifier to find. */
final class LedgerJsonReader {
    private LedgerJsonReader() {}

    static SealedEvent sealedEvent(ObjectNode line) throws MalformedException {
        JsonFields json = JsonFields.of(line);
        return new SealedEvent(
                new Sequence(json.integer("sequence")),
                json.hash("previous_hash"),
                json.hash("event_hash"),
                json.integer("sealed_at"),
                new IntakePosition(json.smallInteger("intake_partition"), json.integer("intake_offset")),
                certifiedEvent(json.object("event")));
    }

    private static CertifiedEvent certifiedEvent(JsonFields json) throws MalformedException {
        Event event = new Event(
                new EventId(json.text("event_id")),
                new EventType(json.text("event_type")),
                json.integer("occurred_at"),
                json.integer("seal_before"),
                payload(json),
                Metadata.of(json.object("metadata").texts()));
        return new CertifiedEvent(event, json.isNull("certificate") ? null : certificate(json.object("certificate")));
    }

    private static Payload payload(JsonFields json) throws MalformedException {
        Bytes inline = json.isNull("payload") ? null : json.base64("payload");
        return new Payload(
                json.text("payload_ref"),
                json.integer("payload_length"),
                json.hash("payload_commitment"),
                json.base64("payload_salt"),
                inline);
    }

    private static Certificate certificate(JsonFields json) throws MalformedException {
        String algorithm = json.text("algorithm");
        return new Certificate(
                SignatureAlgorithm.ofJsonName(algorithm)
                        .orElseThrow(() -> new MalformedException(
                                "the certificate's algorithm \"" + algorithm + "\" is not known")),
                new KeyId(json.text("key_id")),
                json.base64("signature"),
                json.isNull("batch") ? null : batch(json.object("batch")));
    }

    private static BatchProof batch(JsonFields json) throws MalformedException {
        return new BatchProof(json.integer("leaf_index"), json.integer("tree_size"), json.hashes("path"));
    }
}
