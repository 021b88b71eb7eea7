package io.sealstream.gateway.grpc;

import io.sealstream.gateway.access.Caller;
import io.sealstream.gateway.proto.CertifiedEvent;
import io.sealstream.gateway.submit.Answer;
import io.sealstream.gateway.submit.Submitter;
import java.util.concurrent.CompletableFuture;

/** Submits messages. */
final class SubmitCalls {
    private final Submitter submitter;

    SubmitCalls(Submitter submitter) {
        this.submitter = submitter;
    }

    CompletableFuture<Answer> submit(Caller caller, CertifiedEvent message) {
        try {
            return submitter.submit(EventMessages.submission(caller, message));
        } catch (InvalidFieldException e) {
            return CompletableFuture.completedFuture(submitter.unreadable(caller, String.valueOf(e.getMessage())));
        }
    }
}
