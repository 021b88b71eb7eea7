package io.sealstream.gateway.grpc;

import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.grpc.GrpcService;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.sealstream.gateway.ledger.ServedLedger;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that speaks gRPC: the ledger's service, reflection, and gRPC's own health service. */
public final class GrpcEndpoint {
    private GrpcEndpoint() {}

    /**
     * @param maxMessageBytes of a message that comes in
     * @param window events without an answer in one stream of SubmitEvents
     */
    public static GrpcService of(ServedLedger ledger, ServingHealth health, int maxMessageBytes, int window) {
        return GrpcService.builder()
                .addService(new LedgerService(ledger, () -> new SubmitWindow(window, maxMessageBytes)))
                .addService(ProtoReflectionServiceV1.newInstance())
                .addService(health.service())
                .maxRequestMessageLength(maxMessageBytes)
                // A caller who names no time-out, or a long one, would have none at all: it is the caller's own to
                // keep.
                .useClientTimeoutHeader(false)
                .build();
    }

    /** Lets streams last; all other calls end when the server's time-out for requests is over. */
    public static Function<HttpService, HttpService> streamsLast(GrpcService service) {
        Set<String> streams = service.services().stream()
                .flatMap(each -> each.getMethods().stream())
                .map(method -> method.getMethodDescriptor())
                .filter(method -> method.getType() != MethodType.UNARY)
                .map(method -> "/" + method.getFullMethodName())
                .collect(Collectors.toUnmodifiableSet());
        return calls -> calls.decorate((delegate, context, request) -> {
            if (streams.contains(context.path())) {
                context.clearRequestTimeout();
            }
            return delegate.serve(context, request);
        });
    }
}
