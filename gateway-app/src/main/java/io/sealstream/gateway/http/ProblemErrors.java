package io.sealstream.gateway.http;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.server.ServerErrorHandler;
import com.linecorp.armeria.server.ServiceConfig;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.sealstream.core.seal.RejectReason;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the server itself refuses is a problem too: an unknown path, another method, too large a body. */
public final class ProblemErrors implements ServerErrorHandler {
    @Override
    public @Nullable HttpResponse onServiceException(ServiceRequestContext context, Throwable cause) {
        return null;
    }

    @Override
    public AggregatedHttpResponse renderStatus(
            @Nullable ServiceRequestContext context,
            ServiceConfig config,
            @Nullable RequestHeaders headers,
            HttpStatus status,
            @Nullable String description,
            @Nullable Throwable cause) {
        String detail = description == null ? detail(status) : description;
        boolean retriable = status.equals(HttpStatus.SERVICE_UNAVAILABLE);
        return new Problem(status, reason(status), detail, retriable).toAggregated();
    }

    private static String reason(HttpStatus status) {
        return status.equals(HttpStatus.REQUEST_ENTITY_TOO_LARGE)
                ? RejectReason.TOO_LARGE.name()
                : status.reasonPhrase().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
    }

    private static String detail(HttpStatus status) {
        if (status.equals(HttpStatus.NOT_FOUND)) {
            return "there is nothing at this path; /openapi.yaml says what there is";
        }
        return status.equals(HttpStatus.REQUEST_ENTITY_TOO_LARGE)
                ? "the body is longer than the gateway takes (max.message.bytes)"
                : status.reasonPhrase();
    }
}
