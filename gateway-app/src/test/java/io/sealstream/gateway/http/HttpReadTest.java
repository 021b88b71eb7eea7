package io.sealstream.gateway.http;

import static io.sealstream.gateway.http.HttpCalls.json;
import static io.sealstream.gateway.http.HttpCalls.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.sealstream.client.TestLedger;
import io.sealstream.client.TestSealer;
import io.sealstream.core.control.Certification;
import io.sealstream.gateway.TestGateway;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpReadTest {
    private final TestLedger ledger;
    private TestSealer sealer;
    private TestGateway gateway;
    private HttpCalls http;

    HttpReadTest(TestBroker broker) throws Exception {
        ledger = TestLedger.create(broker, Certification.NONE);
    }

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        sealer = TestSealer.start(ledger);
        gateway = TestGateway.open(ledger, directory);
        http = new HttpCalls(gateway);
    }

    @AfterAll
    void close() {
        gateway.close();
        sealer.close();
    }

    @Test
    void aRecordIsReadByItsSequence() {
        HttpResponse<String> created = submit("read");

        HttpResponse<String> read = http.get("/v1/events/" + sequence(created));

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(created.body());
    }

    @Test
    void aSequenceBeyondTheHeadIsNotFound() {
        HttpResponse<String> missing = http.get("/v1/events/999");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(json(missing).path("reason").asText()).isEqualTo("NOT_FOUND");
    }

    @Test
    void aSequenceThatIsNoNumberIsABadRequest() {
        HttpResponse<String> bad = http.get("/v1/events/first");

        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(json(bad).path("detail").asText()).contains("sequence", "first");
    }

    @Test
    void aRecordIsFoundByAnIdWithSlashesAndBlanks() {
        long sequence = sequence(submit("till 7/0001"));

        HttpResponse<String> found = http.get("/v1/events/by-id/till%207/0001");

        assertThat(sequence(found)).isEqualTo(sequence);
    }

    @Test
    void anIdThatWasNeverSealedIsNotFound() {
        assertThat(http.get("/v1/events/by-id/never").statusCode()).isEqualTo(404);
    }

    @Test
    void theHeadIsTheLastRecordThatTheCallerWasToldOf() {
        JsonNode created = json(submit("head"));

        JsonNode head = json(http.get("/v1/head"));

        assertThat(head.path("sequence")).isEqualTo(created.path("sequence"));
        assertThat(head.path("event_hash")).isEqualTo(created.path("event_hash"));
        assertThat(head.path("ledger").asText()).isEqualTo(ledger.names().ledger());
    }

    @Test
    void aRangeIsOneRecordALine() {
        List<String> created = Stream.of("range-1", "range-2", "range-3")
                .map(id -> submit(id).body().strip())
                .toList();
        long first = sequence(http.get("/v1/events/by-id/range-1"));

        HttpResponse<String> range = http.get("/v1/events?limit=2&from=" + first);

        assertThat(type(range)).startsWith("application/jsonl");
        assertThat(range.body().lines()).containsExactlyElementsOf(created.subList(0, 2));
    }

    @Test
    void aLimitThatIsNoneIsABadRequest() {
        assertThat(http.get("/v1/events?limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    void aSubscriberGetsWhatIsThereAndWhatComes() throws Exception {
        long sequence = sequence(submit("there"));
        HttpResponse<Stream<String>> events =
                subscribe(HttpRequest.newBuilder(gateway.at("/v1/subscribe?from=" + sequence)));
        Iterator<String> lines = events.body().iterator();
        List<String> first = List.of(lines.next(), lines.next());
        long next = sequence(submit("coming"));

        List<String> then = Stream.generate(lines::next)
                .dropWhile(line -> !line.equals("id: " + next))
                .limit(3)
                .toList();

        assertThat(type(events)).startsWith("text/event-stream");
        assertThat(first).containsExactly("id: " + sequence, "event: sealed");
        assertThat(then.getLast()).startsWith("data: {\"sequence\":" + next + ",");
        events.body().close();
    }

    @Test
    void aSubscriberWhoComesBackGoesOnBehindTheLastOne() throws Exception {
        long last = sequence(submit("had"));
        submit("missed");

        HttpResponse<Stream<String>> events = subscribe(HttpRequest.newBuilder(gateway.at("/v1/subscribe?from=0"))
                .header("last-event-id", Long.toString(last)));

        assertThat(events.body().iterator().next()).isEqualTo("id: " + (last + 1));
        events.body().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/subscribe?from=-1", "/v1/subscribe?from=first", "/v1/events?from=1.5"})
    void aBeginningThatIsNoSequenceIsABadRequest(String path) {
        HttpResponse<String> bad = http.get(path);

        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(json(bad).path("detail").asText()).contains("from");
    }

    @Test
    void aLastEventThatIsNoSequenceIsABadRequest() {
        HttpResponse<String> bad = http.send(HttpRequest.newBuilder(gateway.at("/v1/subscribe"))
                .header("last-event-id", "the last one")
                .build());

        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(json(bad).path("detail").asText()).contains("last-event-id");
    }

    @Test
    void anUnknownPathIsAProblemToo() {
        HttpResponse<String> missing = http.get("/v2/events");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(type(missing)).startsWith("application/problem+json");
    }

    @Test
    void readinessSaysHowFarItHasRead() {
        long last = sequence(http.get("/v1/head"));

        HttpResponse<String> ready = http.get("/health/ready");

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(json(ready).path("state").asText()).isEqualTo("HEALTHY");
        assertThat(json(ready).path("last_sequence").asLong()).isEqualTo(last);
    }

    @Test
    void submissionsAreCounted() {
        long sealed = sequence(submit("counted"));

        Awaitility.await()
                .untilAsserted(() -> assertThat(http.get("/metrics").body())
                        .containsPattern(
                                "ledger_gateway_submissions_seconds_count\\{.*answer=\"SEALED\".*} " + sealed + "\\b"));
    }

    @Test
    void everyRouteThatIsDocumentedIsThere() throws Exception {
        JsonNode paths =
                new YAMLMapper().readTree(http.get("/openapi.yaml").body()).path("paths");

        assertThat(paths.fieldNames())
                .toIterable()
                .filteredOn(path -> !path.equals("/v1/subscribe"))
                .allSatisfy(path -> assertThat(
                                http.get(path.replaceAll("\\{.*}", "0")).body())
                        .as(path)
                        .doesNotContain("openapi.yaml says"));
    }

    @Test
    void bothProtocolsAreDocumentedForPeople() {
        assertThat(http.get("/docs/specification.json").body()).contains("ledger.ImmutableLedger");
    }

    private static long sequence(HttpResponse<String> response) {
        return json(response).path("sequence").asLong();
    }

    private HttpResponse<Stream<String>> subscribe(HttpRequest.Builder request) throws Exception {
        return http.client().send(request.build(), BodyHandlers.ofLines());
    }

    private HttpResponse<String> submit(String id) {
        return http.post("/v1/events", "{\"event_id\":\"" + id + "\",\"occurred_at\":1700000000000,\"payload\":1}");
    }
}
