package io.sealstream.sealer;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An answer to GET; HEAD gets it without its body, and other methods get 405. */
record HttpAnswer(int code, String contentType, String body) {
    private static final String JSON = "application/json";

    static HttpAnswer json(int code, String body) {
        return new HttpAnswer(code, JSON, body);
    }

    static HttpAnswer notFound() {
        return new HttpAnswer(404, JSON, "");
    }

    /** What is asked where. */
    interface Page {
        /** @param path of the request */
        HttpAnswer answer(String path, HttpExchange exchange);
    }

    static void serve(HttpExchange exchange, Page page) throws IOException {
        try (exchange) {
            boolean get = exchange.getRequestMethod().equals("GET");
            if (!get && !exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            HttpAnswer answer = page.answer(exchange.getRequestURI().getPath(), exchange);
            byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.contentType);
            exchange.sendResponseHeaders(answer.code, get && body.length > 0 ? body.length : -1);
            if (get && body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }
}
