package io.sealstream.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.netty.NettyChannelBuilder;
import io.sealstream.client.TestLedger;
import io.sealstream.client.TestSealer;
import io.sealstream.command.CommandProcess;
import io.sealstream.core.control.Certification;
import io.sealstream.gateway.proto.CertifiedEvent;
import io.sealstream.gateway.proto.GetHeadRequest;
import io.sealstream.gateway.proto.HealthCheckRequest;
import io.sealstream.gateway.proto.ImmutableLedgerGrpc;
import io.sealstream.gateway.proto.SealedEvent;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.reader.TopicInspector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A gateway as its users have it, which can be ended and killed. */
@ExtendWith(SharedBroker.class)
class GatewayProcessIT {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Pattern LISTENER = Pattern.compile("gRPC and HTTP at 127\\.0\\.0\\.1:(\\d+)");

    private final TestLedger ledger;
    private final List<Process> processes = new ArrayList<>();

    @TempDir
    Path directory;

    GatewayProcessIT(TestBroker broker) throws Exception {
        ledger = TestLedger.create(broker, Certification.NONE);
    }

    @AfterEach
    void endProcesses() {
        processes.forEach(Process::destroyForcibly);
    }

    @Test
    void whatWasAskedBeforeTheStopIsAnswered() throws Exception {
        Process process = start();
        ManagedChannel channel = connect();
        List<Future<SealedEvent>> submissions = submit(channel, 100);
        await().until(this::isAnyInTheIntake);

        process.destroy();
        try (TestSealer sealer = TestSealer.start(ledger)) {

            assertThat(submissions)
                    .extracting(GatewayProcessIT::code)
                    .contains(Code.OK)
                    .isSubsetOf(Code.OK, Code.UNAVAILABLE);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        channel.shutdownNow();
    }

    @Test
    void afterAKillTheSameEventsSentAgainAreSealedOnce() throws Exception {
        Process process = start();
        ManagedChannel before = connect();
        List<Future<SealedEvent>> lost = submit(before, 200);
        process.destroyForcibly().waitFor();
        lost.forEach(GatewayProcessIT::code);
        before.shutdownNow();
        try (TestSealer sealer = TestSealer.start(ledger)) {
            start();
            ManagedChannel channel = connect();

            List<Future<SealedEvent>> again = submit(channel, 200);

            assertThat(again).extracting(GatewayProcessIT::code).containsOnly(Code.OK);
            long sealed = ImmutableLedgerGrpc.newBlockingStub(channel)
                    .getHead(GetHeadRequest.getDefaultInstance())
                    .getSequenceNumber();
            assertThat(sealed).isEqualTo(200);
            channel.shutdownNow();
        }
    }

    private Process start() throws IOException {
        Files.deleteIfExists(log());
        String servers = String.valueOf(ledger.topics().client().get("bootstrap.servers"));
        Process process = new CommandProcess(GatewayCommand.class)
                .with("SEALSTREAM_DEADLINE_MS", "20000")
                .start(
                        directory.resolve("out"),
                        log(),
                        "gateway",
                        "--ledger",
                        ledger.names().ledger(),
                        "--bootstrap-server",
                        servers,
                        "--state-dir",
                        directory.resolve("state").toString(),
                        "--listener",
                        "127.0.0.1:0");
        processes.add(process);
        return process;
    }

    /** Once it is healthy. */
    private ManagedChannel connect() {
        await().atMost(LIMIT).until(() -> LISTENER.matcher(said()).find());
        Matcher listener = LISTENER.matcher(said());
        assertThat(listener.find()).isTrue();
        ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", Integer.parseInt(listener.group(1)))
                .usePlaintext()
                .build();
        await().atMost(LIMIT)
                .until(() -> ImmutableLedgerGrpc.newBlockingStub(channel)
                        .healthCheck(HealthCheckRequest.getDefaultInstance())
                        .getHealthy());
        return channel;
    }

    private boolean isAnyInTheIntake() throws IOException {
        try (TopicInspector inspector = new TopicInspector(ledger.connection(), LIMIT)) {
            return inspector.range(ledger.names().intake()).end() > 0;
        }
    }

    private Path log() {
        return directory.resolve("log");
    }

    private String said() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Future<SealedEvent>> submit(ManagedChannel channel, int count) {
        var stub = ImmutableLedgerGrpc.newFutureStub(channel);
        List<Future<SealedEvent>> submissions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            submissions.add(stub.submitEvent(CertifiedEvent.newBuilder()
                    .setEventId("event-" + i)
                    .setPayload(ByteString.copyFromUtf8("{}"))
                    .setVepsTimestamp(1_700_000_000_000L)
                    .build()));
        }
        return submissions;
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
