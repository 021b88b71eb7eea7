package io.sealstream.benchmarks;

import io.grpc.stub.StreamObserver;
import io.sealstream.gateway.proto.SubmitEventsResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** The answers to a stream of submissions: all have to be successes. */
final class SubmissionAnswers implements StreamObserver<SubmitEventsResponse> {
    private final Semaphore room;
    private final AtomicLong sealed = new AtomicLong();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    /** @param window events without an answer */
    SubmissionAnswers(int window) {
        this.room = new Semaphore(window);
    }

    /** Until one more may be sent, or the stream has ended. */
    void awaitRoom() throws InterruptedException, ExecutionException {
        room.acquire();
        if (end.isDone()) {
            end.get();
            throw new IllegalStateException("the gateway ended the stream before its end");
        }
    }

    void awaitEnd(long count) throws InterruptedException, ExecutionException {
        end.get();
        if (sealed.get() != count) {
            throw new IllegalStateException(count + " events were sent in a stream, and " + sealed + " sealed");
        }
    }

    @Override
    public void onNext(SubmitEventsResponse answer) {
        if (answer.hasSealed()) {
            sealed.incrementAndGet();
        } else {
            end.completeExceptionally(new IllegalStateException(answer.getEventId() + " was not sealed: "
                    + answer.getError().getReason() + ' ' + answer.getError().getDetail()));
        }
        room.release();
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
        room.release();
    }

    @Override
    public void onCompleted() {
        end.complete(null);
        room.release();
    }
}
