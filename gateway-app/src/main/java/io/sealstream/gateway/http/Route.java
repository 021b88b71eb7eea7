package io.sealstream.gateway.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.sealstream.gateway.health.GatewayHealth;
import io.sealstream.gateway.health.GatewayStatus;
import io.sealstream.gateway.http.Parameters.BadParameterException;
import java.util.Optional;

/** What is asked with GET. */
interface Route {
    HttpResponse answer(ServiceRequestContext context) throws BadParameterException;

    /** Answers where the ledger can be read; a parameter that is wrong is a problem of the caller's. */
    default HttpService reading(GatewayHealth health) {
        return (context, request) -> {
            Optional<GatewayStatus> objection = health.objectionToReading();
            if (objection.isPresent()) {
                return Problem.of(objection.get()).toResponse();
            }
            try {
                return answer(context);
            } catch (BadParameterException | IllegalArgumentException e) {
                return Problem.invalid(String.valueOf(e.getMessage())).toResponse();
            }
        };
    }
}
