package io.sealstream.sealer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** {@code /health}, {@code /health/live}, {@code /health/ready} and {@code /metrics} over HTTP; for GET and HEAD. */
final class HealthServer implements AutoCloseable {
    private static final int REQUEST_SECONDS = 10;
    private final HttpServer server;
    private final ExecutorService executor;

    private HealthServer(HttpServer server, ExecutorService executor) {
        this.server = server;
        this.executor = executor;
    }

    /** @param scrape gives the metrics in the content type that it is given */
    static HealthServer start(InetSocketAddress address, Supplier<HealthReport> report, UnaryOperator<String> scrape) {
        // The JDK's server waits for a half-sent request for ever unless it is told otherwise.
        System.setProperty("sun.net.httpserver.maxReqTime", Integer.toString(REQUEST_SECONDS));
        HttpServer server;
        try {
            server = HttpServer.create(address, 16);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.ERROR,
                    SealerConfig.HEALTH_LISTENER + "=" + address.getHostString() + ':' + address.getPort()
                            + " can't be listened on (" + e.getMessage() + "); choose another address",
                    e);
        }
        ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(executor);
        server.createContext(
                "/health", exchange -> HttpAnswer.serve(exchange, (path, request) -> health(path, report.get())));
        server.createContext(
                "/metrics", exchange -> HttpAnswer.serve(exchange, (path, request) -> metrics(path, request, scrape)));
        server.start();
        return new HealthServer(server, executor);
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static HttpAnswer health(String path, HealthReport report) {
        return switch (path) {
            case "/health", "/health/live" -> HttpAnswer.json(200, report.toJson());
            case "/health/ready" -> HttpAnswer.json(report.isReady() ? 200 : 503, report.toJson());
            default -> HttpAnswer.notFound();
        };
    }

    private static HttpAnswer metrics(String path, HttpExchange exchange, UnaryOperator<String> scrape) {
        if (!path.equals("/metrics")) {
            return HttpAnswer.notFound();
        }
        String accepted = String.join(",", exchange.getRequestHeaders().getOrDefault("Accept", List.of()));
        String contentType =
                accepted.contains("application/openmetrics-text") ? SealerMetrics.OPEN_METRICS : SealerMetrics.TEXT;
        return new HttpAnswer(200, contentType, scrape.apply(contentType));
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
