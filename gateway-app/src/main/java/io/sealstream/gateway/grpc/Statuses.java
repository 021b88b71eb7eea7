package io.sealstream.gateway.grpc;

import com.google.protobuf.Any;
import com.google.rpc.ErrorInfo;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.sealstream.core.Sequence;
import io.sealstream.gateway.health.GatewayStatus;
import io.sealstream.gateway.limit.Details;
import io.sealstream.gateway.limit.Excess;
import io.sealstream.gateway.submit.Answer;
import io.sealstream.gateway.submit.RefusalKind;

/** What is no success, as gRPC says it: a code, a text that begins with the reason, and the reason for programs. */
final class Statuses {
    private static final String DOMAIN = "sealstream";

    private Statuses() {}

    static Code code(RefusalKind kind) {
        return switch (kind) {
            case INVALID -> Code.INVALID_ARGUMENT;
            case CONFLICT -> Code.ALREADY_EXISTS;
            case EXPIRED, OUTDATED -> Code.DEADLINE_EXCEEDED;
            case NOT_PERMITTED, REJECTED -> Code.PERMISSION_DENIED;
            case LIMITED, QUEUE_FULL -> Code.RESOURCE_EXHAUSTED;
            case DEGRADED -> Code.FAILED_PRECONDITION;
            case NOT_READY, UNKNOWN -> Code.UNAVAILABLE;
        };
    }

    static StatusRuntimeException of(Answer.Refused refused) {
        return exception(code(refused.kind()), refused.reason(), refused.detail());
    }

    /** The gateway can't give what was asked for now. */
    static StatusRuntimeException of(GatewayStatus status) {
        return exception(code(status), status.name(), status.detail());
    }

    /** @param next the sequence to ask for after this */
    static StatusRuntimeException interrupted(GatewayStatus status, Sequence next) {
        return exception(code(status), status.name(), status.detail() + "; then go on from " + next);
    }

    static StatusRuntimeException of(Excess excess) {
        return exception(Code.RESOURCE_EXHAUSTED, excess.reason(), excess.detail());
    }

    static StatusRuntimeException invalid(String detail) {
        return exception(Code.INVALID_ARGUMENT, "INVALID", detail);
    }

    static StatusRuntimeException notFound(String detail) {
        return exception(Code.NOT_FOUND, "NOT_FOUND", detail);
    }

    static StatusRuntimeException failed(Throwable failure) {
        return exception(Code.INTERNAL, "FAILED", "the gateway failed: " + failure);
    }

    private static Code code(GatewayStatus status) {
        return status instanceof GatewayStatus.Degraded ? Code.FAILED_PRECONDITION : Code.UNAVAILABLE;
    }

    private static StatusRuntimeException exception(Code code, String reason, String detail) {
        ErrorInfo info =
                ErrorInfo.newBuilder().setReason(reason).setDomain(DOMAIN).build();
        return StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                .setCode(code.value())
                .setMessage(reason + ": " + Details.bounded(detail))
                .addDetails(Any.pack(info))
                .build());
    }
}
