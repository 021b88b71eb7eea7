package io.sealstream.gateway.grpc;

import static io.sealstream.gateway.grpc.Messages.plain;
import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.grpc.Status.Code;
import io.sealstream.client.TestLedger;
import io.sealstream.client.TestSealer;
import io.sealstream.core.control.Certification;
import io.sealstream.gateway.TestGateway;
import io.sealstream.gateway.proto.GetHeadRequest;
import io.sealstream.gateway.proto.ImmutableLedgerGrpc;
import io.sealstream.gateway.proto.SealedEvent;
import io.sealstream.gateway.submit.SubmitLimits;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedBroker.class)
class ManySubmissionsIT {
    private static final int MANY = 10_000;
    private static final SubmitLimits SMALL =
            new SubmitLimits(Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20), 50, 64 << 20);

    private final TestLedger ledger;

    ManySubmissionsIT(TestBroker broker) throws Exception {
        ledger = TestLedger.create(broker, Certification.NONE);
    }

    @Test
    void eachIsSealedOrRefusedAndNoneIsLost(@TempDir Path directory) throws Exception {
        try (TestSealer sealer = TestSealer.start(ledger);
                TestGateway gateway = TestGateway.open(ledger, directory, SMALL)) {
            var stub = ImmutableLedgerGrpc.newFutureStub(gateway.channel());

            Map<Code, Long> answers = IntStream.range(0, MANY)
                    .<Future<SealedEvent>>mapToObj(i -> stub.submitEvent(plain("event-" + i)))
                    .toList()
                    .stream()
                    .map(ManySubmissionsIT::code)
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

            assertThat(answers).containsOnlyKeys(Code.OK, Code.RESOURCE_EXHAUSTED);
            assertThat(answers.values())
                    .satisfies(counts -> assertThat(
                                    counts.stream().mapToLong(Long::longValue).sum())
                            .isEqualTo(MANY));
            assertThat(gateway.stub()
                            .getHead(GetHeadRequest.getDefaultInstance())
                            .getSequenceNumber())
                    .isEqualTo(answers.get(Code.OK));
        }
    }

    private static Code code(Future<SealedEvent> submission) {
        try {
            submission.get();
            return Code.OK;
        } catch (ExecutionException e) {
            return Status.fromThrowable(e).getCode();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
