package io.sealstream.gateway.http;

import static io.sealstream.gateway.http.HttpCalls.json;
import static io.sealstream.gateway.http.HttpCalls.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.client.TestLedger;
import io.sealstream.client.TestSealer;
import io.sealstream.core.control.Certification;
import io.sealstream.gateway.TestGateway;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** With a sealer that is late, and has a policy. */
@ExtendWith(SharedBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpOutcomeTest {
    private final TestLedger ledger;
    private TestSealer sealer;
    private TestGateway gateway;
    private HttpCalls http;

    HttpOutcomeTest(TestBroker broker) throws IOException {
        ledger = TestLedger.create(broker, Certification.NONE);
    }

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        sealer = TestSealer.startStrict(ledger);
        gateway = TestGateway.open(ledger, directory);
        http = new HttpCalls(gateway);
    }

    @AfterAll
    void close() {
        gateway.close();
        sealer.close();
    }

    @Test
    void anEventThatThePolicyRejectsIsUnprocessable() {
        HttpResponse<String> rejected = http.post(
                "/v1/events", "{\"event_id\":\"a\",\"event_type\":\"test.rejected\",\"occurred_at\":1,\"payload\":1}");

        assertProblem(rejected, 422, "POLICY_REJECTED", false);
        assertThat(rejected.headers().firstValue("retry-after")).isEmpty();
    }

    @Test
    void anEventThatMissedItsDeadlineTimedOutAndMayComeAgain() {
        HttpResponse<String> late =
                http.post("/v1/events", "{\"event_id\":\"b\",\"occurred_at\":1,\"payload\":1,\"deadline_ms\":100}");

        assertProblem(late, 504, "EXPIRED", true);
        assertThat(late.headers().firstValue("retry-after")).contains("1");
    }

    @Test
    void metadataOfTooManyEntriesIsRefused() {
        StringBuilder metadata = new StringBuilder("\"k\":\"v\"");
        for (int i = 0; i < 64; i++) {
            metadata.append(",\"k").append(i).append("\":\"v\"");
        }

        HttpResponse<String> refused = http.post(
                "/v1/events", "{\"event_id\":\"c\",\"occurred_at\":1,\"payload\":1,\"metadata\":{" + metadata + "}}");

        assertProblem(refused, 400, "INVALID", false);
        assertThat(json(refused).path("detail").asText()).contains("65 entries", "at most 64");
    }

    @Test
    void metadataOfTooLargeAValueIsRefused() {
        String value = "v".repeat(8 * 1024 + 1);

        HttpResponse<String> refused = http.post(
                "/v1/events",
                "{\"event_id\":\"d\",\"occurred_at\":1,\"payload\":1,\"metadata\":{\"k\":\"" + value + "\"}}");

        assertProblem(refused, 400, "INVALID", false);
        assertThat(json(refused).path("detail").asText()).contains("at most 8192");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String reason, boolean retriable) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(type(response)).startsWith("application/problem+json");
        assertThat(json(response).path("reason").asText()).isEqualTo(reason);
        assertThat(json(response).path("retriable").asBoolean()).isEqualTo(retriable);
    }
}
