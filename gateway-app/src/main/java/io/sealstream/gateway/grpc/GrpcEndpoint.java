package io.sealstream.gateway.grpc;

import com.linecorp.armeria.server.grpc.GrpcService;
import io.grpc.protobuf.services.ProtoReflectionServiceV1;
import io.sealstream.gateway.ledger.ServedLedger;

/** All that speaks gRPC: the ledger's service, reflection, and gRPC's own health service. */
public final class GrpcEndpoint {
    private GrpcEndpoint() {}

    /**
     * @param maxMessageBytes of a message that comes in
     * @param window events without an answer in one stream of SubmitEvents
     */
    public static GrpcService of(ServedLedger ledger, ServingHealth health, int maxMessageBytes, int window) {
        return GrpcService.builder()
                .addService(new LedgerService(ledger, window))
                .addService(ProtoReflectionServiceV1.newInstance())
                .addService(health.service())
                .maxRequestMessageLength(maxMessageBytes)
                .build();
    }
}
