package io.sealstream.gateway.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.netty.channel.EventLoop;
import io.sealstream.core.Sequence;
import io.sealstream.gateway.http.Parameters.BadParameterException;
import io.sealstream.gateway.ledger.ServedLedger;

/** Records from a sequence on: up to the end, or for ever. */
final class StreamRoutes {
    private static final long LIMIT = 100;
    private static final String LAST_EVENT_ID = "last-event-id";

    private final ServedLedger ledger;

    StreamRoutes(ServedLedger ledger) {
        this.ledger = ledger;
    }

    HttpResponse range(ServiceRequestContext context) throws BadParameterException {
        Sequence first = Parameters.sequence(context, "from", Sequence.GENESIS);
        long limit = Parameters.count(context, "limit", LIMIT);
        context.clearRequestTimeout();
        EventLoop eventLoop = context.eventLoop().withoutContext();
        return HttpResponse.of(ledger.reads().head().thenApply(head -> {
            StreamedResponse response = new StreamedResponse(RecordForm.LINES, eventLoop);
            return response.from(ledger.streams().range(first, head.sequence(), limit, response, eventLoop));
        }));
    }

    /** Whoever comes back with the header of server-sent events goes on behind the record that it names. */
    HttpResponse subscribe(ServiceRequestContext context) throws BadParameterException {
        String last = context.request().headers().get(LAST_EVENT_ID);
        Sequence first = last == null
                ? Parameters.sequence(context, "from", Sequence.GENESIS)
                : Parameters.sequence(LAST_EVENT_ID, last).next();
        context.clearRequestTimeout();
        EventLoop eventLoop = context.eventLoop().withoutContext();
        StreamedResponse response = new StreamedResponse(RecordForm.EVENTS, eventLoop);
        return response.from(ledger.streams().live(first, response, eventLoop));
    }
}
