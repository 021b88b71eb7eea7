package io.sealstream.sealer;

import com.fasterxml.jackson.databind.JsonNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a sealer's health listener, as a probe does. */
final class Health {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private final int port;

    Health(int port) {
        this.port = port;
    }

    /** @param body as it came */
    record Answer(int code, String body) {
        JsonNode json() {
            try {
                return StrictJson.object(Bytes.utf8(body));
            } catch (InvalidJsonException e) {
                throw new AssertionError("no JSON object: " + body, e);
            }
        }
    }

    /** What a degraded sealer says is wrong. */
    record Fault(String reason, String detail, JsonNode json) {
        long lastGoodSequence() {
            return json.required("last_good_sequence").longValue();
        }

        long firstBadSequence() {
            return json.required("first_bad_sequence").longValue();
        }

        long intakeOffset() {
            return json.required("intake_offset").longValue();
        }
    }

    Answer get(String path) {
        return send("GET", path);
    }

    Answer accepting(String path, String contentTypes) {
        return send(request("GET", path).header("Accept", contentTypes).build());
    }

    Answer send(String method, String path) {
        return send(request(method, path).build());
    }

    private HttpRequest.Builder request(String method, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(5));
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode report() {
        return get("/health").json();
    }

    String state() {
        return report().required("state").textValue();
    }

    boolean isReady() {
        return get("/health/ready").code() == 200;
    }

    Fault fault() {
        JsonNode fault = report().required("fault");
        return new Fault(
                fault.required("reason").textValue(), fault.required("detail").textValue(), fault);
    }
}
