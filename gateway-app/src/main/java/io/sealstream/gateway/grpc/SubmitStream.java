package io.sealstream.gateway.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import io.sealstream.gateway.access.Caller;
import io.sealstream.gateway.limit.Details;
import io.sealstream.gateway.proto.CertifiedEvent;
import io.sealstream.gateway.proto.SubmissionError;
import io.sealstream.gateway.proto.SubmitEventsResponse;
import io.sealstream.gateway.submit.Answer;
import java.util.concurrent.Executor;

/**
 * Events that come one after the other, and their answers as they are there. No more of them is without an answer that the
 * caller has taken than a window holds, by number and by bytes: the next is asked for once that is so. Everything is done on
 * the call's executor.
 */
final class SubmitStream implements StreamObserver<CertifiedEvent> {
    private final SubmitCalls calls;
    private final Caller caller;
    private final RecordMessages messages;
    private final ServerCallStreamObserver<SubmitEventsResponse> answers;
    private final Executor executor;
    private final SubmitWindow window;
    private long index;
    private int inFlight;

    private boolean isHalfClosed;

    private SubmitStream(
            SubmitCalls calls,
            Caller caller,
            RecordMessages messages,
            ServerCallStreamObserver<SubmitEventsResponse> answers,
            Executor executor,
            SubmitWindow window) {
        this.calls = calls;
        this.caller = caller;
        this.messages = messages;
        this.answers = answers;
        this.executor = executor;
        this.window = window;
    }

    static SubmitStream open(
            SubmitCalls calls,
            Caller caller,
            RecordMessages messages,
            StreamObserver<SubmitEventsResponse> observer,
            Executor executor,
            SubmitWindow window) {
        var answers = (ServerCallStreamObserver<SubmitEventsResponse>) observer;
        SubmitStream stream = new SubmitStream(calls, caller, messages, answers, executor, window);
        answers.disableAutoRequest();
        answers.setOnCancelHandler(() -> {});
        answers.setOnReadyHandler(stream::askForMore);
        stream.ask();
        return stream;
    }

    @Override
    public void onNext(CertifiedEvent event) {
        long number = index++;
        int bytes = event.getSerializedSize();
        inFlight++;
        window.came(bytes);
        var unused = calls.submit(caller, event)
                .thenAcceptAsync(answer -> answer(response(number, event.getEventId(), answer), bytes), executor);
        ask();
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
                .setDetail(Details.bounded(refused.detail()))
                .build();
    }

    private void answer(SubmitEventsResponse response, int bytes) {
        if (answers.isCancelled()) {
            return;
        }
        answers.onNext(response);
        inFlight--;
        window.answered(bytes);
        askForMore();
        completeWhenAllIsAnswered();
    }

    /** Answers that nobody reads pile up here no further than the window. */
    private void askForMore() {
        if (answers.isReady()) {
            window.taken();
            ask();
        }
    }

    private void ask() {
        int wanted = window.wanted();
        if (wanted > 0) {
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
