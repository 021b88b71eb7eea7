package io.sealstream.gateway.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import io.sealstream.core.Sequence;
import io.sealstream.core.StrictJson;
import io.sealstream.gateway.health.GatewayStatus;
import io.sealstream.gateway.limit.Details;
import io.sealstream.gateway.limit.Excess;
import io.sealstream.gateway.submit.Answer;
import io.sealstream.gateway.submit.RefusalKind;

/**
 * What is no success, as RFC 9457 has it. Beside the members of that there are {@code reason}, for programs, and {@code
 * retriable}: whether the same may be sent again.
 *
 * @param detail one line for people: what is wrong, and what to do
 */
record Problem(HttpStatus status, String reason, String detail, boolean retriable) {
    static final MediaType TYPE = MediaType.create("application", "problem+json");
    private static final String URN = "urn:sealstream:problem:";
    private static final String RETRY_SECONDS = "1";

    Problem {
        detail = Details.bounded(detail);
    }

    static Problem of(Answer.Refused refused) {
        return new Problem(
                status(refused),
                refused.reason(),
                refused.detail(),
                refused.kind().isRetriable());
    }

    private static HttpStatus status(Answer.Refused refused) {
        return switch (refused.kind()) {
            case INVALID ->
                refused.reason().equals("TOO_LARGE") ? HttpStatus.REQUEST_ENTITY_TOO_LARGE : HttpStatus.BAD_REQUEST;
            case CONFLICT -> HttpStatus.CONFLICT;
            case EXPIRED, OUTDATED -> HttpStatus.GATEWAY_TIMEOUT;
            case NOT_PERMITTED -> HttpStatus.FORBIDDEN;
            case REJECTED -> HttpStatus.UNPROCESSABLE_ENTITY;
            case LIMITED, QUEUE_FULL -> HttpStatus.TOO_MANY_REQUESTS;
            case DEGRADED, NOT_READY, UNKNOWN -> HttpStatus.SERVICE_UNAVAILABLE;
        };
    }

    /** The gateway can't give what was asked for now. */
    static Problem of(GatewayStatus status) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                status.name(),
                status.detail(),
                !(status instanceof GatewayStatus.Degraded));
    }

    /** @param next the sequence to ask for after this */
    static Problem interrupted(GatewayStatus status, Sequence next) {
        Problem why = of(status);
        return new Problem(why.status(), why.reason(), why.detail() + "; then go on from " + next, why.retriable());
    }

    static Problem of(Excess excess) {
        return new Problem(HttpStatus.TOO_MANY_REQUESTS, excess.reason(), excess.detail(), true);
    }

    static Problem invalid(String detail) {
        return new Problem(HttpStatus.BAD_REQUEST, RefusalKind.INVALID.name(), detail, false);
    }

    static Problem notJson() {
        return new Problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "UNSUPPORTED_MEDIA_TYPE",
                "the body must be JSON; give the header Content-Type: application/json",
                false);
    }

    static Problem notFound(String detail) {
        return new Problem(HttpStatus.NOT_FOUND, "NOT_FOUND", detail, false);
    }

    String toJson() {
        ObjectNode json = StrictJson.newObject()
                .put("type", URN + reason)
                .put("title", status.reasonPhrase())
                .put("status", status.code())
                .put("detail", detail)
                .put("reason", reason)
                .put("retriable", retriable);
        return StrictJson.write(json);
    }

    AggregatedHttpResponse toAggregated() {
        ResponseHeadersBuilder headers = ResponseHeaders.builder(status).contentType(TYPE);
        if (retriable) {
            headers.set(HttpHeaderNames.RETRY_AFTER, RETRY_SECONDS);
        }
        return AggregatedHttpResponse.of(headers.build(), HttpData.ofUtf8(toJson()));
    }

    HttpResponse toResponse() {
        return toAggregated().toHttpResponse();
    }
}
