package io.sealstream.gateway.grpc;

import static io.sealstream.gateway.grpc.Messages.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Context;
import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.sealstream.client.TestLedger;
import io.sealstream.client.TestSealer;
import io.sealstream.core.control.Certification;
import io.sealstream.gateway.TestGateway;
import io.sealstream.gateway.proto.CertifiedEvent;
import io.sealstream.gateway.proto.GetEventByIdRequest;
import io.sealstream.gateway.proto.GetEventRequest;
import io.sealstream.gateway.proto.GetHeadRequest;
import io.sealstream.gateway.proto.Head;
import io.sealstream.gateway.proto.HealthCheckRequest;
import io.sealstream.gateway.proto.HealthCheckResponse;
import io.sealstream.gateway.proto.ImmutableLedgerGrpc;
import io.sealstream.gateway.proto.ReadEventsRequest;
import io.sealstream.gateway.proto.SealedEvent;
import io.sealstream.gateway.proto.SubmissionError;
import io.sealstream.gateway.proto.SubmitEventsResponse;
import io.sealstream.gateway.proto.SubscribeRequest;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadTest {
    private final TestLedger ledger;
    private TestSealer sealer;
    private TestGateway gateway;

    ReadTest(TestBroker broker) throws Exception {
        ledger = TestLedger.create(broker, Certification.NONE);
    }

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        sealer = TestSealer.start(ledger);
        gateway = TestGateway.open(ledger, directory);
    }

    @AfterAll
    void close() {
        gateway.close();
        sealer.close();
    }

    @Test
    void theGenesisIsSequenceZero() {
        SealedEvent genesis = gateway.stub().getEvent(GetEventRequest.getDefaultInstance());

        assertThat(genesis.getEventType()).isEqualTo("sealstream.genesis");
        assertThat(genesis.getEventHash()).isEqualTo(genesis.getLedgerId());
    }

    @Test
    void aSequenceBeyondTheHeadIsNotFound() {
        StatusRuntimeException missing = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> gateway.stub()
                        .getEvent(GetEventRequest.newBuilder()
                                .setSequenceNumber(99_999)
                                .build()));

        assertThat(missing.getStatus().getCode()).isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void aSequenceThatNoLedgerReachesIsInvalid() {
        StatusRuntimeException invalid = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> gateway.stub()
                        .getEvent(GetEventRequest.newBuilder()
                                .setSequenceNumber(-1)
                                .build()));

        assertThat(invalid.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    }

    @Test
    void anEventIsFoundByItsId() {
        SealedEvent sealed = submit("found");

        SealedEvent found = gateway.stub()
                .getEventById(
                        GetEventByIdRequest.newBuilder().setEventId("found").build());

        assertThat(found.getSequenceNumber()).isEqualTo(sealed.getSequenceNumber());
    }

    @Test
    void anIdThatWasNeverSealedIsNotFound() {
        StatusRuntimeException missing = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> gateway.stub()
                        .getEventById(GetEventByIdRequest.newBuilder()
                                .setEventId("never")
                                .build()));

        assertThat(missing.getStatus().getCode()).isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void theHeadIsTheLastRecordThatTheCallerWasToldOf() {
        SealedEvent sealed = submit("head");

        Head head = gateway.stub().getHead(GetHeadRequest.getDefaultInstance());

        assertThat(head.getSequenceNumber()).isEqualTo(sealed.getSequenceNumber());
        assertThat(head.getEventHash()).isEqualTo(sealed.getEventHash());
        assertThat(head.getLedger()).isEqualTo(ledger.names().ledger());
    }

    @Test
    void aHealthyGatewaySaysHowFarItHasRead() {
        long last = submit("health").getSequenceNumber();
        getHead();

        HealthCheckResponse health = gateway.stub().healthCheck(HealthCheckRequest.getDefaultInstance());

        assertThat(health.getHealthy()).isTrue();
        assertThat(health.getStatus()).isEqualTo("HEALTHY");
        assertThat(health.getLastSequenceNumber()).isEqualTo(last);
    }

    @Test
    void aRangeEndsAtTheHead() {
        submitAll("range", 40);
        long last = getHead();

        Iterator<SealedEvent> records = gateway.stub()
                .readEvents(ReadEventsRequest.newBuilder().setFrom(last - 37).build());

        assertThat(records)
                .toIterable()
                .extracting(SealedEvent::getSequenceNumber)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(last - 37, last).boxed().toList());
    }

    @Test
    void aRangeEndsAtItsLimit() {
        submitAll("limit", 5);

        Iterator<SealedEvent> records = gateway.stub()
                .readEvents(ReadEventsRequest.newBuilder().setLimit(2).build());

        assertThat(records)
                .toIterable()
                .extracting(SealedEvent::getSequenceNumber)
                .containsExactly(0L, 1L);
    }

    @Test
    void aRangeBeyondTheHeadIsEmpty() {
        Iterator<SealedEvent> records = gateway.stub()
                .readEvents(
                        ReadEventsRequest.newBuilder().setFrom(getHead() + 7).build());

        assertThat(records).isExhausted();
    }

    @Test
    void aSubscriberGetsWhatIsThereAndWhatComes() {
        long first = submit("there").getSequenceNumber();
        try (var context = Context.current().withCancellation()) {
            List<String> ids = new ArrayList<>();
            context.run(() -> {
                Iterator<SealedEvent> records = gateway.stub()
                        .subscribe(SubscribeRequest.newBuilder().setFrom(first).build());
                ids.add(records.next().getEventId());
                submit("coming");
                ids.add(records.next().getEventId());
            });

            assertThat(ids).containsExactly("there", "coming");
        }
    }

    /** Of records that are more than HTTP/2 has windows for; the slow one has a connection, and so windows, of its own. */
    @Test
    void aSubscriberWhoDoesNotReadHoldsNobodyAndMissesNothing() {
        SubscribeRequest all = SubscribeRequest.newBuilder().setFrom(getHead()).build();
        ManagedChannel own = gateway.connect();
        try (var context = Context.current().withCancellation()) {
            List<Long> fast = new ArrayList<>();
            List<Long> slow = new ArrayList<>();
            context.run(() -> {
                Iterator<SealedEvent> slowly =
                        ImmutableLedgerGrpc.newBlockingStub(own).subscribe(all);
                Iterator<SealedEvent> fastly = gateway.stub().subscribe(all);
                submitAll("slow", 200, "x".repeat(50_000));
                IntStream.rangeClosed(0, 200)
                        .forEach(i -> fast.add(fastly.next().getSequenceNumber()));
                IntStream.rangeClosed(0, 200)
                        .forEach(i -> slow.add(slowly.next().getSequenceNumber()));
            });

            assertThat(fast)
                    .containsExactlyElementsOf(LongStream.rangeClosed(all.getFrom(), all.getFrom() + 200)
                            .boxed()
                            .toList());
            assertThat(slow).isEqualTo(fast);
        } finally {
            own.shutdownNow();
        }
    }

    @Test
    void aSubscriberIsToldWhereToGoOnWhenTheGatewayStops(@TempDir Path directory) throws Exception {
        long last = getHead();
        try (TestGateway other = TestGateway.open(ledger, directory)) {
            Iterator<SealedEvent> records = other.stub()
                    .subscribe(SubscribeRequest.newBuilder().setFrom(last).build());
            records.next();

            other.stop();

            StatusRuntimeException ended = catchThrowableOfType(StatusRuntimeException.class, records::next);
            assertThat(ended.getStatus().getCode()).isEqualTo(Code.UNAVAILABLE);
            assertThat(ended.getStatus().getDescription()).contains("go on from " + (last + 1));
        }
    }

    @Test
    void aStreamOfSubmissionsHasAnAnswerForEach() {
        List<SubmitEventsResponse> answers = submitAll("each", 300);

        assertThat(answers)
                .extracting(SubmitEventsResponse::getIndex)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 300).mapToObj(Long::valueOf).toList());
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.getEventId()).isEqualTo("each" + answer.getIndex()))
                .extracting(answer -> answer.getSealed().getSequenceNumber())
                .doesNotHaveDuplicates()
                .allMatch(sequence -> sequence > 0);
    }

    @Test
    void aBadEventInAStreamIsAnsweredAndTheStreamGoesOn() {
        Answers answers = new Answers();
        StreamObserver<CertifiedEvent> events =
                ImmutableLedgerGrpc.newStub(gateway.channel()).submitEvents(answers);
        events.onNext(plain(""));
        events.onNext(plain("good"));
        events.onCompleted();

        assertThat(answers.await())
                .extracting(answer -> answer.hasSealed() ? Code.OK.value() : code(answer.getError()))
                .containsExactlyInAnyOrder(Code.OK.value(), Code.INVALID_ARGUMENT.value());
    }

    private long getHead() {
        return gateway.stub().getHead(GetHeadRequest.getDefaultInstance()).getSequenceNumber();
    }

    private static int code(SubmissionError error) {
        return error.getCode();
    }

    private SealedEvent submit(String id) {
        return gateway.stub().submitEvent(plain(id));
    }

    private List<SubmitEventsResponse> submitAll(String prefix, int count) {
        return submitAll(prefix, count, "1");
    }

    private List<SubmitEventsResponse> submitAll(String prefix, int count, String payload) {
        Answers answers = new Answers();
        StreamObserver<CertifiedEvent> events =
                ImmutableLedgerGrpc.newStub(gateway.channel()).submitEvents(answers);
        IntStream.range(0, count).forEach(i -> events.onNext(plain(prefix + i, payload)));
        events.onCompleted();
        return answers.await();
    }
}
