package io.sealstream.gateway.http;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpResponseWriter;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.ResponseHeaders;
import io.netty.channel.EventLoop;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.gateway.health.GatewayStatus;
import io.sealstream.gateway.read.RecordSink;
import io.sealstream.gateway.read.RecordStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Gives records to a caller over HTTP, each when the one before has left. Everything is done on the request's event loop. */
final class StreamedResponse implements RecordSink {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final RecordForm form;
    private final EventLoop eventLoop;
    private final HttpResponseWriter writer = HttpResponse.streaming();
    private @Nullable RecordStream stream;
    private boolean isReady = true;

    StreamedResponse(RecordForm form, EventLoop eventLoop) {
        this.form = form;
        this.eventLoop = eventLoop;
    }

    /** The response, whose records {@code source} gives. */
    HttpResponse from(RecordStream source) {
        stream = source;
        write(ResponseHeaders.builder(HttpStatus.OK)
                .contentType(form.type())
                .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .build());
        var unused = writer.whenComplete().whenCompleteAsync((done, failure) -> source.cancel(), eventLoop);
        form.heartbeat().ifPresent(this::beat);
        eventLoop.execute(source::pump);
        return writer;
    }

    private void beat(String text) {
        var beats = eventLoop.scheduleAtFixedRate(
                () -> {
                    if (isReady) {
                        write(HttpData.ofUtf8(text));
                    }
                },
                HEARTBEAT.toMillis(),
                HEARTBEAT.toMillis(),
                TimeUnit.MILLISECONDS);
        var unused = writer.whenComplete().whenComplete((done, failure) -> beats.cancel(false));
    }

    private void write(com.linecorp.armeria.common.HttpObject part) {
        boolean unused = writer.tryWrite(part); // where it is closed, it was cancelled as well
    }

    @Override
    public boolean isReady() {
        return isReady && writer.isOpen();
    }

    @Override
    public void next(SealedEvent record) {
        isReady = false;
        write(HttpData.ofUtf8(form.record(record)));
        var unused = writer.whenConsumed().thenRunAsync(this::consumed, eventLoop);
    }

    private void consumed() {
        isReady = true;
        if (stream != null) {
            stream.pump();
        }
    }

    @Override
    public void complete() {
        writer.close();
    }

    @Override
    public void interrupted(GatewayStatus why, Sequence next) {
        form.interruption(Problem.interrupted(why, next))
                .ifPresentOrElse(
                        text -> {
                            write(HttpData.ofUtf8(text));
                            writer.close();
                        },
                        () -> writer.close(new IllegalStateException(
                                "interrupted before sequence " + next + ": " + why.detail())));
    }
}
