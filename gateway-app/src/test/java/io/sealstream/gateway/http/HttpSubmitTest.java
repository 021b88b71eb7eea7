package io.sealstream.gateway.http;

import static io.sealstream.gateway.http.HttpCalls.json;
import static io.sealstream.gateway.http.HttpCalls.type;
import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.client.TestLedger;
import io.sealstream.client.TestSealer;
import io.sealstream.core.Bytes;
import io.sealstream.core.control.Certification;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.gateway.TestGateway;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.LedgerJson;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** In a ledger that requires certificates. */
@ExtendWith(SharedBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpSubmitTest {
    private static final Ed25519SigningKey PRODUCER = TestLedger.key("producer");

    private final TestLedger ledger;
    private final Certifier certifier;
    private TestSealer sealer;
    private TestGateway gateway;
    private HttpCalls http;

    HttpSubmitTest(TestBroker broker) throws Exception {
        ledger = TestLedger.create(broker, Certification.REQUIRED);
        certifier = new Certifier(ledger.genesisRecord().eventHash(), PRODUCER);
    }

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        sealer = TestSealer.start(ledger);
        TestGateway.register(ledger, PRODUCER);
        gateway = TestGateway.open(ledger, directory);
        http = new HttpCalls(gateway);
    }

    @AfterAll
    void close() {
        gateway.close();
        sealer.close();
    }

    @Test
    void aSealedEventIsCreatedAndIsTheLedgersRecord() {
        HttpResponse<String> created = http.post("/v1/events", signed("a-1"));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("location"))
                .contains("/v1/events/" + json(created).path("sequence").asLong());
        assertThat(LedgerJson.read(Bytes.utf8(created.body().strip())))
                .isInstanceOfSatisfying(
                        Decoding.Decoded.class,
                        decoded -> assertThat(decoded.value())
                                .isInstanceOfSatisfying(
                                        SealedEvent.class,
                                        record -> assertThat(record.event()).isEqualTo(TestLedger.event("a-1"))));
    }

    @Test
    void theSameEventAgainIsFoundNotCreated() {
        HttpResponse<String> created = http.post("/v1/events", signed("a-2"));

        HttpResponse<String> again = http.post("/v1/events", signed("a-2"));

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("sealstream-duplicate")).contains("true");
        assertThat(json(again).path("sequence")).isEqualTo(json(created).path("sequence"));
    }

    @Test
    void anotherEventUnderTheSameIdIsAConflict() {
        http.post("/v1/events", signed("a-3"));

        HttpResponse<String> conflict = http.post("/v1/events", signed("a-3", "{\"n\":2}"));

        assertProblem(conflict, 409, "EVENT_ID_CONFLICT", false);
    }

    @Test
    void anEventWithoutACertificateIsForbidden() {
        HttpResponse<String> forbidden = http.post("/v1/events", event("a-4", "1"));

        assertProblem(forbidden, 403, "CERTIFICATE_MISSING", false);
    }

    @Test
    void aMemberThatIsMisspeltIsRefused() {
        HttpResponse<String> refused = http.post("/v1/events", "{\"event_id\":\"a\",\"ocurred_at\":1}");

        assertProblem(refused, 400, "INVALID", false);
        assertThat(json(refused).path("detail").asText()).contains("ocurred_at");
    }

    @Test
    void aMemberOfTheCertificateThatIsMisspeltIsRefused() {
        HttpResponse<String> refused = http.post("/v1/events", "{\"event_id\":\"a\",\"certificate\":{\"sign\":\"\"}}");

        assertProblem(refused, 400, "INVALID", false);
        assertThat(json(refused).path("detail").asText()).contains("certificate", "sign");
    }

    @Test
    void aDeadlineThatIsNoneIsRefused() {
        HttpResponse<String> refused = http.post("/v1/events", "{\"event_id\":\"a\",\"deadline_ms\":\"soon\"}");

        assertProblem(refused, 400, "INVALID", false);
    }

    @Test
    void whatIsNoJsonIsRefused() {
        HttpResponse<String> refused = http.post("/v1/events", "event");

        assertProblem(refused, 400, "INVALID", false);
    }

    @Test
    void aBodyThatIsNotCalledJsonIsRefused() {
        HttpResponse<String> refused = http.send(HttpRequest.newBuilder(gateway.at("/v1/events"))
                .header("content-type", "text/plain")
                .POST(BodyPublishers.ofString(signed("a-9")))
                .build());

        assertProblem(refused, 415, "UNSUPPORTED_MEDIA_TYPE", false);
    }

    @Test
    void aBodyBeyondTheLimitIsTooLarge() {
        HttpResponse<String> refused = http.post("/v1/events", "x".repeat(3 << 20));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(type(refused)).startsWith("application/problem+json");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String reason, boolean retriable) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(type(response)).startsWith("application/problem+json");
        assertThat(json(response).path("status").asInt()).isEqualTo(status);
        assertThat(json(response).path("reason").asText()).isEqualTo(reason);
        assertThat(json(response).path("retriable").asBoolean()).isEqualTo(retriable);
    }

    private String signed(String id) {
        return signed(id, "{\"n\":1}");
    }

    private String signed(String id, String payload) {
        Certificate certificate = Objects.requireNonNull(
                certifier.certify(TestLedger.event(id, payload)).certificate());
        return event(id, payload)
                .replaceFirst(
                        "}$",
                        ",\"certificate\":{\"key_id\":\"producer\",\"signature\":\""
                                + certificate.signature().base64() + "\"}}");
    }

    /** As {@link TestLedger#event(String, String)}. */
    private static String event(String id, String payload) {
        return "{\"event_id\":\"" + id
                + "\",\"event_type\":\"test.happened\",\"occurred_at\":1700000000000,\"payload\":" + payload + "}";
    }
}
