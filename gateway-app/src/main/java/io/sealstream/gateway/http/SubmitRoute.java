package io.sealstream.gateway.http;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.sealstream.client.lines.BadLineException;
import io.sealstream.client.lines.EventParser;
import io.sealstream.core.Bytes;
import io.sealstream.core.event.Event;
import io.sealstream.gateway.access.Caller;
import io.sealstream.gateway.submit.Answer;
import io.sealstream.gateway.submit.Submission;
import io.sealstream.gateway.submit.Submitter;
import io.sealstream.schema.LedgerJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * {@code POST /v1/events}: an event as {@code submit} takes it on a line, beside it its certificate and its deadline. The
 * body has to be called JSON: a browser sends other types for any page that asks it to, this one only where the server says
 * that it may.
 */
final class SubmitRoute implements HttpService {
    private final Submitter submitter;
    private final EventParser parser = new EventParser(() -> Bytes.EMPTY);

    SubmitRoute(Submitter submitter) {
        this.submitter = submitter;
    }

    @Override
    public HttpResponse serve(ServiceRequestContext context, HttpRequest request) {
        MediaType type = request.contentType();
        if (type == null || !type.isJson()) {
            return Problem.notJson().toResponse();
        }
        return HttpResponse.of(request.aggregate().thenCompose(whole -> submit(Caller.of(context), whole)));
    }

    private CompletableFuture<HttpResponse> submit(Caller caller, AggregatedHttpRequest request) {
        Submission submission;
        try {
            submission = submission(caller, request.content());
        } catch (BadLineException e) {
            return CompletableFuture.completedFuture(
                    response(submitter.unreadable(caller, String.valueOf(e.getMessage()))));
        }
        return submitter.submit(submission).thenApply(SubmitRoute::response);
    }

    private Submission submission(Caller caller, HttpData body) throws BadLineException {
        SubmissionMembers others = new SubmissionMembers();
        Event event = parser.parse(text(body), others);
        return new Submission(caller, event, others.certificate(), others.deadline());
    }

    private static String text(HttpData body) throws BadLineException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body.array()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadLineException("the body is not valid UTF-8");
        }
    }

    private static HttpResponse response(Answer answer) {
        return switch (answer) {
            case Answer.Sealed sealed -> sealed(sealed);
            case Answer.Refused refused -> Problem.of(refused).toResponse();
        };
    }

    private static HttpResponse sealed(Answer.Sealed sealed) {
        ResponseHeaders headers = ResponseHeaders.builder(sealed.duplicate() ? HttpStatus.OK : HttpStatus.CREATED)
                .contentType(MediaType.JSON_UTF_8)
                .set(HttpHeaderNames.LOCATION, "/v1/events/" + sealed.record().sequence())
                .set("sealstream-duplicate", Boolean.toString(sealed.duplicate()))
                .set(
                        "sealstream-commit-latency-ms",
                        Long.toString(sealed.latency().toMillis()))
                .build();
        return HttpResponse.of(headers, HttpData.ofUtf8(LedgerJson.write(sealed.record()) + "\n"));
    }
}
