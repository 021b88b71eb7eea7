package io.sealstream.sealer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** {@code /health}, {@code /health/live} and {@code /health/ready} over HTTP; for GET and HEAD. */
final class HealthServer implements AutoCloseable {
    private static final int REQUEST_SECONDS = 10;
    private final HttpServer server;
    private final ExecutorService executor;

    private HealthServer(HttpServer server, ExecutorService executor) {
        this.server = server;
        this.executor = executor;
    }

    static HealthServer start(InetSocketAddress address, Supplier<HealthReport> report) {
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
        server.createContext("/health", exchange -> answer(exchange, report.get()));
        server.start();
        return new HealthServer(server, executor);
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, HealthReport report) throws IOException {
        try (exchange) {
            boolean get = exchange.getRequestMethod().equals("GET");
            if (!get && !exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            int code = switch (exchange.getRequestURI().getPath()) {
                case "/health", "/health/live" -> 200;
                case "/health/ready" -> report.isReady() ? 200 : 503;
                default -> 404;
            };
            byte[] body = code == 404 ? new byte[0] : report.toJson().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(code, get && body.length > 0 ? body.length : -1);
            if (get && body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
