package io.sealstream.gateway.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.sealstream.gateway.access.Caller;
import io.sealstream.gateway.proto.CertifiedEvent;
import io.sealstream.gateway.proto.SubmissionError;
import io.sealstream.gateway.proto.SubmitEventsResponse;
import io.sealstream.gateway.submit.Answer;
import java.util.concurrent.Executor;

/**
 * Events that come one after the other, and their answers as they are there. No more than a window of them is without an
 * answer that the caller has taken: the next is asked for once that is so. Everything is done on the call's executor.
 */
final class SubmitStream implements StreamObserver<CertifiedEvent> {
    private final SubmitCalls calls;
    private final Caller caller;
    private final RecordMessages messages;
    private final ServerCallStreamObserver<SubmitEventsResponse> answers;
    private final Executor executor;
    private long index;
    private int inFlight;
    /** Answered, and not replaced by another event yet. */
    private int answered;

    private boolean isHalfClosed;

    private SubmitStream(
            SubmitCalls calls,
            Caller caller,
            RecordMessages messages,
            ServerCallStreamObserver<SubmitEventsResponse> answers,
            Executor executor) {
        this.calls = calls;
        this.caller = caller;
        this.messages = messages;
        this.answers = answers;
        this.executor = executor;
    }

    /** @param window events without an answer, at least 1 */
    static SubmitStream open(
            SubmitCalls calls,
            Caller caller,
            RecordMessages messages,
            StreamObserver<SubmitEventsResponse> observer,
            Executor executor,
            int window) {
        var answers = (ServerCallStreamObserver<SubmitEventsResponse>) observer;
        SubmitStream stream = new SubmitStream(calls, caller, messages, answers, executor);
        answers.disableAutoRequest();
        answers.setOnCancelHandler(() -> {});
        answers.setOnReadyHandler(stream::askForMore);
        answers.request(window);
        return stream;
    }

    @Override
    public void onNext(CertifiedEvent event) {
        long number = index++;
        inFlight++;
        var unused = calls.submit(caller, event)
                .thenAcceptAsync(answer -> answer(response(number, event.getEventId(), answer)), executor);
    }

    private SubmitEventsResponse response(long number, String eventId, Answer answer) {
        SubmitEventsResponse.Builder response =
                SubmitEventsResponse.newBuilder().setIndex(number).setEventId(eventId);
        return switch (answer) {
            case Answer.Sealed sealed -> response.setSealed(messages.of(sealed)).build();
            case Answer.Refused refused -> response.setError(error(refused)).build();
        };
    }

    private static SubmissionError error(Answer.Refused refused) {
        return SubmissionError.newBuilder()
                .setCode(Statuses.code(refused.kind()).value())
                .setReason(refused.reason())
                .setDetail(refused.detail())
                .build();
    }

    private void answer(SubmitEventsResponse response) {
        if (answers.isCancelled()) {
            return;
        }
        answers.onNext(response);
        inFlight--;
        answered++;
        askForMore();
        completeWhenAllIsAnswered();
    }

    /** Answers that nobody reads pile up here no further than the window. */
    private void askForMore() {
        if (answered > 0 && answers.isReady()) {
            int wanted = answered;
            answered = 0;
            answers.request(wanted);
        }
    }

    private void completeWhenAllIsAnswered() {
        if (isHalfClosed && inFlight == 0) {
            answers.onCompleted();
        }
    }

    /** The caller is gone; what was sent is sealed, or not, all the same. */
    @Override
    public void onError(Throwable gone) {}

    @Override
    public void onCompleted() {
        isHalfClosed = true;
        completeWhenAllIsAnswered();
    }
}
