package io.sealstream.gateway.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import io.sealstream.core.Sequence;
import io.sealstream.core.StrictJson;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.gateway.health.GatewayStatus;
import io.sealstream.gateway.ledger.ServedLedger;
import org.jspecify.annotations.Nullable;

/** {@code /health} and {@code /health/live}, which answer 200 as long as the process lives, and {@code /health/ready}. */
final class HealthRoutes {
    private final ServedLedger ledger;

    HealthRoutes(ServedLedger ledger) {
        this.ledger = ledger;
    }

    HttpResponse live() {
        return response(HttpStatus.OK, ledger.health().get());
    }

    /** 503 while callers had better go elsewhere. */
    HttpResponse ready() {
        GatewayStatus status = ledger.health().get();
        return response(status.isServing() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE, status);
    }

    private HttpResponse response(HttpStatus code, GatewayStatus status) {
        @Nullable
        Long last = ledger.health()
                .head()
                .map(LedgerHead::sequence)
                .map(Sequence::value)
                .orElse(null);
        String json = StrictJson.write(StrictJson.newObject()
                .put("state", status.name())
                .put("ledger", ledger.name())
                .put("last_sequence", last)
                .put("detail", status.detail()));
        return HttpResponse.of(code, MediaType.JSON_UTF_8, json + "\n");
    }
}
