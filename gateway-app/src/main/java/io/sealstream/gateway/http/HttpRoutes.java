package io.sealstream.gateway.http;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.ServerBuilder;
import io.sealstream.gateway.ledger.ServedLedger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

/** All routes of HTTP. */
public final class HttpRoutes {
    static final MediaType METRICS = MediaType.parse("text/plain; version=0.0.4; charset=utf-8");
    static final MediaType OPEN_METRICS = MediaType.parse("application/openmetrics-text; version=1.0.0; charset=utf-8");

    private static final MediaType YAML = MediaType.parse("application/yaml");

    private final ServedLedger ledger;
    private final UnaryOperator<String> scrape;

    /** @param scrape gives the metrics in the content type that it is given */
    public HttpRoutes(ServedLedger ledger, UnaryOperator<String> scrape) {
        this.ledger = ledger;
        this.scrape = scrape;
    }

    /** @param maxBodyBytes of a submission */
    public void addTo(ServerBuilder server, long maxBodyBytes) {
        server.route().post("/v1/events").maxRequestLength(maxBodyBytes).build(new SubmitRoute(ledger.submitter()));
        ReadRoutes reads = new ReadRoutes(ledger);
        get(server, "/v1/events/{sequence}", reads::bySequence);
        get(server, "/v1/events/by-id/{*id}", reads::byId);
        get(server, "/v1/head", reads::head);
        StreamRoutes streams = new StreamRoutes(ledger);
        stream(server, "/v1/events", streams::range);
        stream(server, "/v1/subscribe", streams::subscribe);
        addOperations(server);
    }

    private void stream(ServerBuilder server, String path, Route route) {
        get(server, path, route.streaming(ledger.limits().streams()));
    }

    private void get(ServerBuilder server, String path, Route route) {
        server.route()
                .get(path)
                .build(route.reading(ledger.health(), ledger.limits().rates()));
    }

    private void addOperations(ServerBuilder server) {
        HealthRoutes health = new HealthRoutes(ledger);
        server.route().get("/health").build((context, request) -> health.live());
        server.route().get("/health/live").build((context, request) -> health.live());
        server.route().get("/health/ready").build((context, request) -> health.ready());
        server.route()
                .get("/metrics")
                .build((context, request) -> metrics(request.headers().get("accept", "")));
        byte[] openApi = openApi();
        server.route().get("/openapi.yaml").build((context, request) -> HttpResponse.of(HttpStatus.OK, YAML, openApi));
    }

    private HttpResponse metrics(String accepted) {
        MediaType type = accepted.contains(OPEN_METRICS.subtype()) ? OPEN_METRICS : METRICS;
        return HttpResponse.of(HttpStatus.OK, type, scrape.apply(type.toString()));
    }

    private static byte[] openApi() {
        try (InputStream in = HttpRoutes.class.getResourceAsStream("openapi.yaml")) {
            if (in == null) {
                throw new IllegalStateException("openapi.yaml is missing from sealstream-gateway-app; build it anew");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.yaml of sealstream-gateway-app can't be read; build it anew", e);
        }
    }
}
