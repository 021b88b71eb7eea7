package io.sealstream.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sealstream.gateway.TestGateway;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Calls a gateway with the JDK's client. */
public record HttpCalls(TestGateway gateway, HttpClient client) {
    private static final JsonMapper JSON = new JsonMapper();

    public HttpCalls(TestGateway gateway) {
        this(
                gateway,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(gateway.at(path)).build());
    }

    public HttpResponse<String> post(String path, String json) {
        return send(HttpRequest.newBuilder(gateway.at(path))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String type(HttpResponse<?> response) {
        return response.headers().firstValue("content-type").orElse("");
    }
}
