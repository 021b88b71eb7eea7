package io.sealstream.gateway.grpc;

import com.linecorp.armeria.server.ServiceRequestContext;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.netty.channel.EventLoop;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.EventId;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.gateway.access.Caller;
import io.sealstream.gateway.health.GatewayHealth;
import io.sealstream.gateway.health.GatewayStatus;
import io.sealstream.gateway.ledger.ServedLedger;
import io.sealstream.gateway.limit.CallerLimits;
import io.sealstream.gateway.limit.Excess;
import io.sealstream.gateway.limit.OpenStreams;
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
import io.sealstream.gateway.proto.SubmitEventsResponse;
import io.sealstream.gateway.proto.SubscribeRequest;
import io.sealstream.gateway.read.LedgerReads;
import io.sealstream.gateway.read.RecordStreams;
import io.sealstream.gateway.submit.Answer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The service {@code ledger.ImmutableLedger}. It runs on the event loops of its callers, and never waits there. */
final class LedgerService extends ImmutableLedgerGrpc.ImmutableLedgerImplBase {
    private final SubmitCalls calls;
    private final LedgerReads reads;
    private final RecordStreams streams;
    private final GatewayHealth health;
    private final CallerLimits limits;
    private final RecordMessages messages;
    private final String ledger;
    private final Supplier<SubmitWindow> windows;

    /** @param windows of streams of submissions, each its own */
    LedgerService(ServedLedger ledger, Supplier<SubmitWindow> windows) {
        this.calls = new SubmitCalls(ledger.submitter());
        this.reads = ledger.reads();
        this.streams = ledger.streams();
        this.health = ledger.health();
        this.limits = ledger.limits();
        this.messages = new RecordMessages(ledger.name(), ledger.id());
        this.ledger = ledger.name();
        this.windows = windows;
    }

    @Override
    public void submitEvent(CertifiedEvent request, StreamObserver<SealedEvent> observer) {
        new Reply<>(observer).when(calls.submit(caller(), request), (reply, answer) -> {
            switch (answer) {
                case Answer.Sealed sealed -> reply.success(messages.of(sealed));
                case Answer.Refused refused -> reply.failure(Statuses.of(refused));
            }
        });
    }

    @Override
    public StreamObserver<CertifiedEvent> submitEvents(StreamObserver<SubmitEventsResponse> observer) {
        if (!hasPlace(new Reply<>(observer))) {
            return new IgnoredEvents();
        }
        return SubmitStream.open(calls, caller(), messages, observer, eventLoop(), windows.get());
    }

    @Override
    public void getEvent(GetEventRequest request, StreamObserver<SealedEvent> observer) {
        Reply<SealedEvent> reply = new Reply<>(observer);
        long sequence = request.getSequenceNumber();
        if (isReadable(reply) && isSequence(reply, "sequence_number", sequence)) {
            record(reply, reads.record(new Sequence(sequence)), "there is no record " + sequence + " yet");
        }
    }

    @Override
    public void getEventById(GetEventByIdRequest request, StreamObserver<SealedEvent> observer) {
        Reply<SealedEvent> reply = new Reply<>(observer);
        if (isReadable(reply)) {
            record(
                    reply,
                    reads.record(new EventId(request.getEventId())),
                    "no event with this event_id is in the ledger");
        }
    }

    private void record(
            Reply<SealedEvent> reply,
            CompletableFuture<Optional<io.sealstream.core.event.SealedEvent>> record,
            String missing) {
        reply.when(
                record,
                (to, found) -> found.ifPresentOrElse(
                        event -> to.success(messages.of(event)), () -> to.failure(Statuses.notFound(missing))));
    }

    @Override
    public void getHead(GetHeadRequest request, StreamObserver<Head> observer) {
        Reply<Head> reply = new Reply<>(observer);
        if (isReadable(reply)) {
            reply.when(reads.head(), (to, head) -> to.success(messages.of(head)));
        }
    }

    @Override
    public void readEvents(ReadEventsRequest request, StreamObserver<SealedEvent> observer) {
        if (!isStreamable(observer, request.getFrom())) {
            return;
        }
        ObserverSink sink = new ObserverSink(observer, messages);
        EventLoop eventLoop = eventLoop();
        Sequence first = new Sequence(request.getFrom());
        long limit = request.getLimit() <= 0 ? Long.MAX_VALUE : request.getLimit();
        var unused = reads.head()
                .thenAcceptAsync(
                        head -> sink.from(streams.range(first, head.sequence(), limit, sink, eventLoop)), eventLoop)
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        observer.onError(Statuses.failed(failure));
                    }
                });
    }

    @Override
    public void subscribe(SubscribeRequest request, StreamObserver<SealedEvent> observer) {
        if (isStreamable(observer, request.getFrom())) {
            ObserverSink sink = new ObserverSink(observer, messages);
            sink.from(streams.live(new Sequence(request.getFrom()), sink, eventLoop()));
        }
    }

    @Override
    public void healthCheck(HealthCheckRequest request, StreamObserver<HealthCheckResponse> observer) {
        GatewayStatus status = health.get();
        new Reply<>(observer)
                .success(HealthCheckResponse.newBuilder()
                        .setHealthy(status instanceof GatewayStatus.Healthy)
                        .setStatus(status.name())
                        .setDetail(status.detail())
                        .setLastSequenceNumber(health.head()
                                .map(LedgerHead::sequence)
                                .orElse(Sequence.GENESIS)
                                .value())
                        .setLedger(ledger)
                        .build());
    }

    private boolean isStreamable(StreamObserver<SealedEvent> observer, long from) {
        Reply<SealedEvent> reply = new Reply<>(observer);
        return isReadable(reply) && isSequence(reply, "from", from) && hasPlace(reply);
    }

    /** Whether the caller may open another stream, which it has open until the call ends. */
    private boolean hasPlace(Reply<?> reply) {
        ServiceRequestContext call = ServiceRequestContext.current();
        return switch (limits.streams().take(Caller.of(call))) {
            case OpenStreams.Place.Full(Excess excess) -> {
                reply.failure(Statuses.of(excess));
                yield false;
            }
            case OpenStreams.Place.Taken(Runnable leave) -> {
                var unused = call.log().whenComplete().thenRun(leave);
                yield true;
            }
        };
    }

    private boolean isReadable(Reply<?> reply) {
        Optional<StatusRuntimeException> objection = health.objectionToReading()
                .map(Statuses::of)
                .or(() -> limits.rates().excess(caller()).map(Statuses::of));
        objection.ifPresent(reply::failure);
        return objection.isEmpty();
    }

    private static boolean isSequence(Reply<?> reply, String field, long value) {
        if (value < 0) {
            reply.failure(Statuses.invalid(
                    field + " is " + Long.toUnsignedString(value) + "; no ledger goes beyond " + Long.MAX_VALUE));
        }
        return value >= 0;
    }

    private static Caller caller() {
        return Caller.of(ServiceRequestContext.current());
    }

    private static EventLoop eventLoop() {
        return ServiceRequestContext.current().eventLoop().withoutContext();
    }
}
