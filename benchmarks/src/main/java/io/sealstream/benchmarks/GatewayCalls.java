package io.sealstream.benchmarks;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.StreamObserver;
import io.sealstream.core.event.Event;
import io.sealstream.gateway.proto.CertifiedEvent;
import io.sealstream.gateway.proto.GetEventRequest;
import io.sealstream.gateway.proto.HealthCheckRequest;
import io.sealstream.gateway.proto.HealthCheckResponse;
import io.sealstream.gateway.proto.ImmutableLedgerGrpc;
import io.sealstream.gateway.proto.ImmutableLedgerGrpc.ImmutableLedgerStub;
import io.sealstream.gateway.proto.SealedEvent;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Calls of a gateway over one connection, by the client that is generated from its contract. */
final class GatewayCalls implements AutoCloseable {
    /** Of events without an answer in the stream, and of reads: what a gateway takes of one stream. */
    private static final int WINDOW = 1_024;
    /** The longest that a gateway allows, so that what is late is measured, and not refused. */
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    /** Of a call, however slow the machine. */
    private static final Duration END = Duration.ofMinutes(10);

    private static final Duration START = Duration.ofSeconds(60);

    private final ManagedChannel channel;
    private final ImmutableLedgerStub stub;

    private GatewayCalls(ManagedChannel channel) {
        this.channel = channel;
        this.stub = ImmutableLedgerGrpc.newStub(channel);
    }

    /** Waits until the gateway at {@code port} of this machine is there and healthy. */
    static GatewayCalls connect(int port) throws InterruptedException {
        GatewayCalls calls = new GatewayCalls(NettyChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .directExecutor() // what answers lead to is quick
                .build());
        long begunNanos = System.nanoTime();
        while (!calls.isHealthy()) {
            if (System.nanoTime() - begunNanos > START.toNanos()) {
                calls.close();
                throw new IllegalStateException("the gateway was not healthy after " + START.toSeconds() + " s");
            }
            Thread.sleep(100);
        }
        return calls;
    }

    private boolean isHealthy() {
        Answer<HealthCheckResponse> answer = new Answer<>();
        stub.healthCheck(HealthCheckRequest.getDefaultInstance(), answer);
        return answer.handle((response, failure) -> response != null && response.getHealthy())
                .join();
    }

    CompletableFuture<SealedEvent> submit(Event event) {
        Answer<SealedEvent> answer = new Answer<>();
        patient().submitEvent(message(event), answer);
        return answer;
    }

    /** @return events a second, sent in one stream and answered */
    double streamed(int count, Supplier<Event> events) throws Exception {
        SubmissionAnswers answers = new SubmissionAnswers(WINDOW);
        var requests = patient().submitEvents(answers);
        long begunNanos = System.nanoTime();
        for (int i = 0; i < count; i++) {
            answers.awaitRoom();
            requests.onNext(message(events.get()));
        }
        requests.onCompleted();
        answers.awaitEnd(count);
        return count * 1e9 / (System.nanoTime() - begunNanos);
    }

    /** @return records a second, each asked for alone */
    double got(int count, LongSupplier sequences) throws InterruptedException {
        Semaphore room = new Semaphore(WINDOW);
        CompletableFuture<Void> failed = new CompletableFuture<>();
        long begunNanos = System.nanoTime();
        for (int i = 0; i < count; i++) {
            room.acquire();
            Answer<SealedEvent> answer = new Answer<>();
            patient()
                    .getEvent(
                            GetEventRequest.newBuilder()
                                    .setSequenceNumber(sequences.getAsLong())
                                    .build(),
                            answer);
            var unused = answer.whenComplete((event, failure) -> {
                if (failure != null) {
                    failed.completeExceptionally(failure);
                }
                room.release();
            });
        }
        room.acquire(WINDOW);
        double rate = count * 1e9 / (System.nanoTime() - begunNanos);
        if (failed.isCompletedExceptionally()) {
            failed.join();
        }
        return rate;
    }

    /** For a call that ends in any case. */
    private ImmutableLedgerStub patient() {
        return stub.withDeadlineAfter(END.toSeconds(), TimeUnit.SECONDS);
    }

    private static CertifiedEvent message(Event event) {
        return CertifiedEvent.newBuilder()
                .setEventId(event.eventId().value())
                .setEventType(event.eventType().value())
                .setPayload(ByteString.copyFrom(
                        Objects.requireNonNull(event.payload().inline()).unsafeArray()))
                .setVepsTimestamp(event.occurredAtMs())
                .setDeadlineMs(DEADLINE.toMillis())
                .build();
    }

    @Override
    public void close() {
        channel.shutdownNow();
    }

    /** The one answer to a call. */
    private static final class Answer<T> extends CompletableFuture<T> implements StreamObserver<T> {
        @Override
        public void onNext(T answer) {
            complete(answer);
        }

        @Override
        public void onError(Throwable failure) {
            completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {}
    }
}
