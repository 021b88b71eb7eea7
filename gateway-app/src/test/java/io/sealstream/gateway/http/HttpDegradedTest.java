package io.sealstream.gateway.http;

import static io.sealstream.gateway.http.HttpCalls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sealstream.client.TestLedger;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.Certification;
import io.sealstream.gateway.TestGateway;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.schema.SequenceKey;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A ledger with a forged record behind its genesis. */
@ExtendWith(SharedBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpDegradedTest {
    private final TestLedger ledger;
    private TestGateway gateway;
    private HttpCalls http;

    HttpDegradedTest(TestBroker broker) throws Exception {
        ledger = TestLedger.create(broker, Certification.NONE);
    }

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        gateway = TestGateway.open(ledger, directory);
        http = new HttpCalls(gateway);
        ledger.topics()
                .write(
                        ledger.names().sealed(),
                        SequenceKey.encode(new Sequence(1)),
                        "forged".getBytes(StandardCharsets.UTF_8));
        await().until(() -> json(http.get("/health")).path("state").asText().equals("DEGRADED"));
    }

    @AfterAll
    void close() {
        gateway.close();
    }

    @Test
    void nothingIsSubmitted() {
        HttpResponse<String> refused = http.post("/v1/events", "{\"event_id\":\"a\",\"occurred_at\":1,\"payload\":1}");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(json(refused).path("reason").asText()).isEqualTo("DEGRADED");
        assertThat(json(refused).path("retriable").asBoolean()).isFalse();
    }

    @Test
    void itIsNotReadyAndSaysWhy() {
        HttpResponse<String> ready = http.get("/health/ready");

        assertThat(ready.statusCode()).isEqualTo(503);
        assertThat(ready.body()).contains("MALFORMED");
    }

    @Test
    void whatIsSoundIsRead() {
        HttpResponse<String> genesis = http.get("/v1/events/0");

        assertThat(genesis.statusCode()).isEqualTo(200);
    }

    @Test
    void aSubscriberIsToldWhereItEnds() {
        HttpResponse<String> events = http.get("/v1/subscribe?from=0");

        assertThat(events.body())
                .startsWith("id: 0\nevent: sealed\n")
                .contains("\n\nevent: interrupted\ndata: {", "MALFORMED", "go on from 1");
    }
}
