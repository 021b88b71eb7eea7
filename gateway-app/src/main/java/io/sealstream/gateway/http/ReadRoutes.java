package io.sealstream.gateway.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.sealstream.core.StrictJson;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.gateway.http.Parameters.BadParameterException;
import io.sealstream.gateway.ledger.ServedLedger;
import io.sealstream.gateway.read.LedgerReads;
import io.sealstream.schema.LedgerJson;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Single records, and the last one. */
final class ReadRoutes {
    private final ServedLedger ledger;
    private final LedgerReads reads;

    ReadRoutes(ServedLedger ledger) {
        this.ledger = ledger;
        this.reads = ledger.reads();
    }

    HttpResponse bySequence(ServiceRequestContext context) throws BadParameterException {
        var sequence = Parameters.sequence("sequence", context.pathParam("sequence"));
        return record(reads.record(sequence), "there is no record " + sequence + " yet");
    }

    HttpResponse byId(ServiceRequestContext context) {
        EventId id = new EventId(String.valueOf(context.pathParam("id")));
        return record(reads.record(id), "no event with this event_id is in the ledger");
    }

    private static HttpResponse record(CompletableFuture<Optional<SealedEvent>> record, String missing) {
        return HttpResponse.of(record.thenApply(found -> found.map(event -> json(LedgerJson.write(event)))
                .orElseGet(() -> Problem.notFound(missing).toResponse())));
    }

    HttpResponse head(ServiceRequestContext context) {
        return HttpResponse.of(reads.head().thenApply(head -> json(write(head))));
    }

    private String write(LedgerHead head) {
        return StrictJson.write(StrictJson.newObject()
                .put("ledger", ledger.name())
                .put("ledger_id", ledger.id().hex())
                .put("sequence", head.sequence().value())
                .put("event_hash", head.eventHash().hex())
                .put("sealed_at", head.sealedAtMs()));
    }

    private static HttpResponse json(String json) {
        return HttpResponse.of(HttpStatus.OK, MediaType.JSON_UTF_8, json + "\n");
    }
}
