package io.sealstream.gateway;

import static io.sealstream.gateway.grpc.Messages.plain;
import static io.sealstream.gateway.http.HttpCalls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.sealstream.client.TestLedger;
import io.sealstream.core.control.Certification;
import io.sealstream.gateway.grpc.Answers;
import io.sealstream.gateway.grpc.Messages;
import io.sealstream.gateway.http.HttpCalls;
import io.sealstream.gateway.limit.Limits;
import io.sealstream.gateway.proto.CertifiedEvent;
import io.sealstream.gateway.proto.ImmutableLedgerGrpc;
import io.sealstream.gateway.proto.SubmissionError;
import io.sealstream.gateway.proto.SubmitEventsResponse;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One gateway whose callers may have a call a second, and a stream; nobody seals what they submit. */
@ExtendWith(SharedBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitedCallersTest {
    private static final int MANY = 20;

    private final TestLedger ledger;
    private TestGateway gateway;
    private HttpCalls http;

    LimitedCallersTest(TestBroker broker) throws IOException {
        ledger = TestLedger.create(broker, Certification.NONE);
    }

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        gateway = TestGateway.open(ledger, directory, new Limits(1, 10, 1));
        http = new HttpCalls(gateway);
    }

    @AfterAll
    void close() {
        gateway.close();
    }

    @Test
    void readsBeyondTheRateAreTooManyAndMayComeAgain() {
        HttpRequest head = HttpRequest.newBuilder(gateway.at("/v1/head")).build();

        List<HttpResponse<String>> answers =
                IntStream.range(0, MANY)
                        .mapToObj(i -> http.client().sendAsync(head, BodyHandlers.ofString()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 429)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(json(answer).path("reason").asText()).isEqualTo("RATE_LIMITED");
                    assertThat(json(answer).path("detail").asText()).contains("127.0.0.1");
                    assertThat(answer.headers().firstValue("retry-after")).contains("1");
                });
    }

    @Test
    void eventsOfAStreamBeyondTheRateAreRefusedOneByOne() {
        await().ignoreExceptions()
                .untilAsserted(() -> assertThat(answersToMany())
                        .hasSize(MANY)
                        .extracting(SubmitEventsResponse::getError)
                        .filteredOn(error -> error.getReason().equals("RATE_LIMITED"))
                        .isNotEmpty()
                        .extracting(SubmissionError::getCode)
                        .containsOnly(Code.RESOURCE_EXHAUSTED.value()));
    }

    @Test
    void whatIsNoEventCountsAsOne() {
        await().untilAsserted(() ->
                assertThat(http.post("/v1/events", "no event").statusCode()).isEqualTo(429));
    }

    @Test
    void aStreamMoreThanOneMayHaveIsRefusedUntilAnotherEnds() {
        List<StreamObserver<CertifiedEvent>> open = new ArrayList<>();
        List<Answers> held = new ArrayList<>();

        await().until(() -> {
            Answers answers = new Answers();
            held.add(answers);
            open.add(submitEvents(answers));
            return held.stream().anyMatch(Answers::isFailed);
        });

        Answers refused = held.stream().filter(Answers::isFailed).findFirst().orElseThrow();
        assertThatThrownBy(refused::await).cause().satisfies(failure -> {
            assertThat(Status.fromThrowable(failure).getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);
            assertThat(Messages.reason((StatusRuntimeException) failure)).isEqualTo("TOO_MANY_STREAMS");
        });
        open.forEach(StreamObserver::onCompleted);
        await().ignoreExceptions().until(() -> answersToMany().size() == MANY);
    }

    @Test
    void anOutcomeThatNobodyKnowsIsUnavailableOverHttpAndMayComeAgain() {
        await().untilAsserted(() -> {
            HttpResponse<String> unknown =
                    http.post("/v1/events", "{\"event_id\":\"http\",\"occurred_at\":1,\"payload\":1}");
            assertThat(unknown.statusCode()).isEqualTo(503);
            assertThat(json(unknown).path("reason").asText()).isEqualTo("OUTCOME_UNKNOWN");
            assertThat(unknown.headers().firstValue("retry-after")).contains("1");
        });
    }

    private List<SubmitEventsResponse> answersToMany() {
        Answers answers = new Answers();
        StreamObserver<CertifiedEvent> events = submitEvents(answers);
        IntStream.range(0, MANY).forEach(i -> events.onNext(plain("event-" + i)));
        events.onCompleted();
        return answers.await();
    }

    private StreamObserver<CertifiedEvent> submitEvents(Answers answers) {
        return ImmutableLedgerGrpc.newStub(gateway.channel()).submitEvents(answers);
    }
}
