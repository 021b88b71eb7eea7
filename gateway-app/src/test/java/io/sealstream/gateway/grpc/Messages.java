package io.sealstream.gateway.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.Event;
import io.sealstream.gateway.proto.CertifiedEvent;
import java.util.Objects;

/** Messages as callers send them. */
public final class Messages {
    private Messages() {}

    /** With the five fields of the older contract alone, and no certificate. */
    public static CertifiedEvent plain(String id) {
        return plain(id, "{\"n\":1}");
    }

    public static CertifiedEvent plain(String id, String payload) {
        return CertifiedEvent.newBuilder()
                .setEventId(id)
                .setPayload(ByteString.copyFromUtf8(payload))
                .setVepsTimestamp(1_700_000_000_000L)
                .putMetadata("source.id", "till-7")
                .build();
    }

    public static CertifiedEvent certified(io.sealstream.core.event.CertifiedEvent certified) {
        Event event = certified.event();
        Certificate certificate = Objects.requireNonNull(certified.certificate());
        return CertifiedEvent.newBuilder()
                .setEventId(event.eventId().value())
                .setEventType(event.eventType().value())
                .setVepsTimestamp(event.occurredAtMs())
                .setPayload(ByteString.copyFrom(
                        Objects.requireNonNull(event.payload().inline()).toByteArray()))
                .putAllMetadata(event.metadata().asMap())
                .setVepsSignature(
                        certificate.keyId() + ":" + certificate.signature().base64())
                .build();
    }

    /** What a status gives to programs. */
    public static String reason(StatusRuntimeException e) {
        try {
            return Objects.requireNonNull(StatusProto.fromThrowable(e))
                    .getDetails(0)
                    .unpack(ErrorInfo.class)
                    .getReason();
        } catch (InvalidProtocolBufferException notOurs) {
            throw new IllegalStateException(notOurs);
        }
    }
}
