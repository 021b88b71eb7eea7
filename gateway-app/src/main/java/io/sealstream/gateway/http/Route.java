package io.sealstream.gateway.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.sealstream.gateway.access.Caller;
import io.sealstream.gateway.health.GatewayHealth;
import io.sealstream.gateway.http.Parameters.BadParameterException;
import io.sealstream.gateway.limit.CallRates;
import io.sealstream.gateway.limit.Excess;
import io.sealstream.gateway.limit.OpenStreams;
import java.util.Optional;

/** What is asked with GET. */
interface Route {
    HttpResponse answer(ServiceRequestContext context) throws BadParameterException;

    /** Answers where the caller may open another stream, which it has open until the response ends. */
    default Route streaming(OpenStreams streams) {
        return context -> switch (streams.take(Caller.of(context))) {
            case OpenStreams.Place.Full(Excess excess) -> Problem.of(excess).toResponse();
            case OpenStreams.Place.Taken(Runnable leave) -> {
                var unused = context.log().whenComplete().thenRun(leave);
                yield answer(context);
            }
        };
    }

    /** Answers where the ledger can be read; a parameter that is wrong is a problem of the caller's. */
    default HttpService reading(GatewayHealth health, CallRates rates) {
        return (context, request) -> {
            Optional<Problem> objection = health.objectionToReading()
                    .map(Problem::of)
                    .or(() -> rates.excess(Caller.of(context)).map(Problem::of));
            if (objection.isPresent()) {
                return objection.get().toResponse();
            }
            try {
                return answer(context);
            } catch (BadParameterException | IllegalArgumentException e) {
                return Problem.invalid(String.valueOf(e.getMessage())).toResponse();
            }
        };
    }
}
