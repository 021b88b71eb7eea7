package io.sealstream.gateway.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import io.sealstream.client.TestLedger;
import io.sealstream.core.control.Certification;
import io.sealstream.gateway.TestGateway;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedBroker.class)
class StandardServicesTest {
    private final TestLedger ledger;
    private TestGateway gateway;

    StandardServicesTest(TestBroker broker) throws Exception {
        ledger = TestLedger.create(broker, Certification.NONE);
    }

    @BeforeEach
    void open(@TempDir Path directory) throws Exception {
        gateway = TestGateway.open(ledger, directory);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void theHealthServiceOfGrpcServesTheLedger() {
        HealthCheckRequest request = HealthCheckRequest.newBuilder()
                .setService("ledger.ImmutableLedger")
                .build();
        var stub = HealthGrpc.newBlockingStub(gateway.channel());

        Awaitility.await()
                .untilAsserted(() -> assertThat(stub.check(request).getStatus()).isEqualTo(ServingStatus.SERVING));
    }

    @Test
    void reflectionNamesTheService() {
        First first = new First();
        StreamObserver<ServerReflectionRequest> questions =
                ServerReflectionGrpc.newStub(gateway.channel()).serverReflectionInfo(first);
        questions.onNext(
                ServerReflectionRequest.newBuilder().setListServices("").build());

        assertThat(first.response
                        .orTimeout(30, TimeUnit.SECONDS)
                        .join()
                        .getListServicesResponse()
                        .getServiceList())
                .extracting(ServiceResponse::getName)
                .contains("ledger.ImmutableLedger", "grpc.health.v1.Health");
    }

    private static final class First implements StreamObserver<ServerReflectionResponse> {
        private final CompletableFuture<ServerReflectionResponse> response = new CompletableFuture<>();

        @Override
        public void onNext(ServerReflectionResponse answer) {
            response.complete(answer);
        }

        @Override
        public void onError(Throwable failure) {
            response.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {}
    }
}
