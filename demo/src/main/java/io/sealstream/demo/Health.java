package io.sealstream.demo;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;

/** The sealer's health, asked over HTTP. */
final class Health {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final int port;

    private Health(int port) {
        this.port = port;
    }

    /** At a port that is free now. */
    static Health atFreePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Health(socket.getLocalPort());
        }
    }

    String listener() {
        return "127.0.0.1:" + port;
    }

    /** Waits until the sealer is in {@code state}, and gives its fault's reason and detail, or an empty text. */
    String await(String state, CommandProcess sealer) throws IOException, InterruptedException {
        long begunNanos = System.nanoTime();
        while (System.nanoTime() - begunNanos < PATIENCE.toNanos()) {
            if (!sealer.isAlive()) {
                throw new CommandFailure(
                        ExitCode.ERROR,
                        "the sealer ended: " + Files.readString(sealer.log()).strip());
            }
            String body = ask();
            if (body.contains("\"state\":\"" + state + '"')) {
                return fault(body);
            }
            Thread.sleep(PAUSE);
        }
        throw new CommandFailure(
                ExitCode.ERROR,
                "the sealer was not " + state + " within " + PATIENCE.toSeconds() + " s; its last words: "
                        + Files.readString(sealer.log()).strip());
    }

    private String ask() throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + listener() + "/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return ""; // it does not listen yet
        }
    }

    private static String fault(String body) {
        try {
            var fault = StrictJson.object(body).path("fault");
            return fault.isObject()
                    ? fault.path("reason").asText() + ": "
                            + fault.path("detail").asText()
                    : "";
        } catch (InvalidJsonException e) {
            throw new IllegalStateException("the sealer's health is no JSON: " + body, e);
        }
    }
}
