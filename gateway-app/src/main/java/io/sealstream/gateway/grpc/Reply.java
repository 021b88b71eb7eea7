package io.sealstream.gateway.grpc;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The answer to a call that has one. A caller who is gone gets none. */
final class Reply<T> {
    private static final Logger LOG = LoggerFactory.getLogger(Reply.class);

    private final ServerCallStreamObserver<T> observer;

    Reply(StreamObserver<T> observer) {
        this.observer = (ServerCallStreamObserver<T>) observer;
        // Without one, whoever answers a caller that is gone gets an exception.
        this.observer.setOnCancelHandler(() -> {});
    }

    void success(T message) {
        if (!observer.isCancelled()) {
            observer.onNext(message);
            observer.onCompleted();
        }
    }

    void failure(StatusRuntimeException status) {
        if (!observer.isCancelled()) {
            observer.onError(status);
        }
    }

    /** Answers when {@code future} is there; where it fails, that is the gateway's fault. */
    <V> void when(CompletableFuture<V> future, BiConsumer<Reply<T>, V> answer) {
        var unused = future.whenComplete((value, failure) -> {
            if (failure == null) {
                answer.accept(this, value);
            } else {
                LOG.error("a call failed", failure);
                failure(Statuses.failed(failure));
            }
        });
    }
}
