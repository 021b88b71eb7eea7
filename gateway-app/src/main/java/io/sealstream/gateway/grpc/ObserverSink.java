package io.sealstream.gateway.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.sealstream.core.Sequence;
import io.sealstream.gateway.health.GatewayStatus;
import io.sealstream.gateway.proto.SealedEvent;
import io.sealstream.gateway.read.RecordSink;
import io.sealstream.gateway.read.RecordStream;
import org.jspecify.annotations.Nullable;

/** Gives records to a caller, each when the one before has left. */
final class ObserverSink implements RecordSink {
    private final ServerCallStreamObserver<SealedEvent> observer;
    private final RecordMessages messages;
    private @Nullable RecordStream stream;

    /** While the call begins: later, its handlers can't be set. */
    ObserverSink(StreamObserver<SealedEvent> observer, RecordMessages messages) {
        this.observer = (ServerCallStreamObserver<SealedEvent>) observer;
        this.messages = messages;
        this.observer.setOnReadyHandler(this::pump);
        this.observer.setOnCancelHandler(this::cancel);
    }

    /** From now on {@code source} is pumped when the caller takes more. On the call's executor. */
    void from(RecordStream source) {
        stream = source;
        if (observer.isCancelled()) {
            source.cancel();
        } else {
            source.pump();
        }
    }

    private void pump() {
        if (stream != null) {
            stream.pump();
        }
    }

    private void cancel() {
        if (stream != null) {
            stream.cancel();
        }
    }

    @Override
    public boolean isReady() {
        return observer.isReady();
    }

    @Override
    public void next(io.sealstream.core.event.SealedEvent record) {
        observer.onNext(messages.of(record));
    }

    @Override
    public void complete() {
        observer.onCompleted();
    }

    @Override
    public void interrupted(GatewayStatus why, Sequence next) {
        observer.onError(Statuses.interrupted(why, next));
    }
}
