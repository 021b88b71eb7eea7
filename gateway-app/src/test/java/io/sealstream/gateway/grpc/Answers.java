package io.sealstream.gateway.grpc;

import io.grpc.stub.StreamObserver;
import io.sealstream.gateway.proto.SubmitEventsResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The answers of a stream. */
public final class Answers implements StreamObserver<SubmitEventsResponse> {
    private final List<SubmitEventsResponse> received = new ArrayList<>();
    private final CompletableFuture<List<SubmitEventsResponse>> all = new CompletableFuture<>();

    @Override
    public void onNext(SubmitEventsResponse answer) {
        received.add(answer);
    }

    @Override
    public void onError(Throwable failure) {
        all.completeExceptionally(failure);
    }

    @Override
    public void onCompleted() {
        all.complete(received);
    }

    /** Whether the stream has ended with a failure. */
    public boolean isFailed() {
        return all.isCompletedExceptionally();
    }

    /** Once the stream has ended. */
    public List<SubmitEventsResponse> await() {
        return all.orTimeout(60, TimeUnit.SECONDS).join();
    }
}
