package io.sealstream.gateway.grpc;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.gateway.access.Caller;
import io.sealstream.gateway.proto.CertifiedEvent;
import io.sealstream.gateway.submit.StatedCertificate;
import io.sealstream.gateway.submit.Submission;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a caller submits. */
final class EventMessages {
    private EventMessages() {}

    static Submission submission(Caller caller, CertifiedEvent message) throws InvalidFieldException {
        try {
            Event event = new Event(
                    new EventId(message.getEventId()),
                    new EventType(message.getEventType()),
                    message.getVepsTimestamp(),
                    message.getSealBefore(),
                    payload(message),
                    Metadata.of(message.getMetadataMap()));
            return new Submission(caller, event, certificate(message), deadline(message.getDeadlineMs()));
        } catch (IllegalArgumentException e) {
            throw new InvalidFieldException(String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Duration deadline(long ms) {
        return ms == 0 ? null : Duration.ofMillis(ms);
    }

    private static Payload payload(CertifiedEvent message) throws InvalidFieldException {
        Bytes bytes = Bytes.wrap(message.getPayload().toByteArray());
        Bytes salt = Bytes.wrap(message.getPayloadSalt().toByteArray());
        if (message.getPayloadRef().isEmpty()) {
            return inline(message, Payload.inline(bytes, salt));
        }
        if (!bytes.isEmpty() || !salt.isEmpty()) {
            throw new InvalidFieldException("payload or payload_salt stands beside payload_ref; give one of them");
        }
        return Payload.at(
                message.getPayloadRef(),
                message.getPayloadLength(),
                hash("payload_commitment", message.getPayloadCommitment()));
    }

    /** Length and commitment can be left out; where they are stated, they have to be right. */
    private static Payload inline(CertifiedEvent message, Payload payload) throws InvalidFieldException {
        if (message.getPayloadLength() != 0 && message.getPayloadLength() != payload.length()) {
            throw new InvalidFieldException("payload_length is " + message.getPayloadLength() + ", and the payload has "
                    + payload.length() + " bytes");
        }
        String stated = message.getPayloadCommitment();
        if (!stated.isEmpty() && !hash("payload_commitment", stated).equals(payload.commitment())) {
            throw new InvalidFieldException("payload_commitment is not that of the payload and its salt");
        }
        return payload;
    }

    private static @Nullable StatedCertificate certificate(CertifiedEvent message) throws InvalidFieldException {
        return StatedCertificate.of(
                message.getVepsSignature(),
                message.getKeyId(),
                message.getAlgorithm(),
                message.hasBatch() ? batch(message.getBatch()) : null);
    }

    private static BatchProof batch(io.sealstream.gateway.proto.BatchProof message) throws InvalidFieldException {
        if (message.getPathCount() > BatchProof.MAX_PATH) {
            throw new InvalidFieldException("batch.path has " + message.getPathCount() + " hashes, at most "
                    + BatchProof.MAX_PATH + " are allowed");
        }
        List<Hash> path = message.getPathList().stream()
                .map(node -> Hash.wrap(node.toByteArray()))
                .toList();
        return new BatchProof(message.getLeafIndex(), message.getTreeSize(), path);
    }

    private static Hash hash(String field, String hex) throws InvalidFieldException {
        try {
            return Hash.ofHex(hex);
        } catch (IllegalArgumentException e) {
            throw new InvalidFieldException(field + ": " + e.getMessage());
        }
    }
}
