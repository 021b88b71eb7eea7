package io.sealstream.gateway.http;

import com.linecorp.armeria.common.AggregatedHttpResponse;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.RequestHeaders;
import com.linecorp.armeria.server.ServerErrorHandler;
import com.linecorp.armeria.server.ServiceConfig;
import com.linecorp.armeria.server.ServiceRequestContext;
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
        String reason = status.reasonPhrase().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "_");
        String detail = description == null ? detail(status) : description;
        boolean retriable = status.equals(HttpStatus.SERVICE_UNAVAILABLE);
        return new Problem(status, reason, detail, retriable).toAggregated();
    }

    private static String detail(HttpStatus status) {
        return status.equals(HttpStatus.NOT_FOUND)
                ? "there is nothing at this path; /openapi.yaml says what there is"
                : status.reasonPhrase();
    }
}
