package io.sealstream.gateway.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.Payload;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.gateway.proto.Head;
import io.sealstream.gateway.proto.SealedEvent;
import io.sealstream.gateway.submit.Answer;
import java.nio.charset.StandardCharsets;

/** Writes records as messages. */
final class RecordMessages {
    private final String ledger;
    private final String ledgerId;

    RecordMessages(String ledger, Hash ledgerId) {
        this.ledger = ledger;
        this.ledgerId = ledgerId.hex();
    }

    SealedEvent of(Answer.Sealed answer) {
        return builder(answer.record())
                .setDuplicate(answer.duplicate())
                .setCommitLatencyMs(answer.latency().toMillis())
                .build();
    }

    SealedEvent of(io.sealstream.core.event.SealedEvent record) {
        return builder(record).build();
    }

    Head of(LedgerHead head) {
        return Head.newBuilder()
                .setSequenceNumber(head.sequence().value())
                .setEventHash(head.eventHash().hex())
                .setSealedTimestamp(head.sealedAtMs())
                .setLedger(ledger)
                .setLedgerId(ledgerId)
                .build();
    }

    private SealedEvent.Builder builder(io.sealstream.core.event.SealedEvent record) {
        Event event = record.event();
        SealedEvent.Builder message = SealedEvent.newBuilder()
                .setSequenceNumber(record.sequence().value())
                .setEventId(event.eventId().value())
                .setEventHash(record.eventHash().hex())
                .setPreviousHash(record.previousHash().hex())
                .setSealedTimestamp(record.sealedAtMs())
                .setLedgerId(ledgerId)
                .setEventType(event.eventType().value())
                .setOccurredAt(event.occurredAtMs())
                .setSealBefore(event.sealBeforeMs())
                .setIntakeOffset(record.intake().offset())
                .setEventDigest(event.digest().hex())
                .setCertificateDigest(record.certified().certificateDigest().hex())
                .putAllMetadata(event.metadata().asMap());
        payload(message, event.payload());
        Certificate certificate = record.certificate();
        if (certificate != null) {
            certificate(message, certificate);
        }
        return message;
    }

    private static void payload(SealedEvent.Builder message, Payload payload) {
        Bytes inline = payload.inline();
        message.setPayload(bytes(inline == null ? Bytes.EMPTY : inline))
                .setPayloadRef(payload.ref())
                .setPayloadLength(payload.length())
                .setPayloadCommitment(payload.commitment().hex())
                .setPayloadSalt(bytes(payload.salt()));
    }

    private static void certificate(SealedEvent.Builder message, Certificate certificate) {
        message.setVepsSignature(signature(certificate))
                .setAlgorithm(certificate.algorithm().jsonName());
        BatchProof batch = certificate.batch();
        if (batch != null) {
            message.setBatch(batch(batch));
        }
    }

    /** What was kept as it came goes back as it came. */
    private static String signature(Certificate certificate) {
        boolean isText = certificate.algorithm() == SignatureAlgorithm.OPAQUE
                && certificate.keyId().value().isEmpty();
        return isText
                ? new String(certificate.signature().unsafeArray(), StandardCharsets.UTF_8)
                : certificate.keyId() + ":" + certificate.signature().base64();
    }

    private static io.sealstream.gateway.proto.BatchProof batch(BatchProof batch) {
        var message = io.sealstream.gateway.proto.BatchProof.newBuilder()
                .setLeafIndex(batch.leafIndex())
                .setTreeSize(batch.treeSize());
        batch.path().forEach(node -> message.addPath(ByteString.copyFrom(node.toByteArray())));
        return message.build();
    }

    /** Without a copy: nobody writes to a record's bytes. */
    private static ByteString bytes(Bytes bytes) {
        return UnsafeByteOperations.unsafeWrap(bytes.unsafeArray());
    }
}
