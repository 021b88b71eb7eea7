package io.sealstream.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Status;
import io.sealstream.client.TestLedger;
import io.sealstream.core.control.Certification;
import io.sealstream.gateway.proto.GetHeadRequest;
import io.sealstream.gateway.proto.ImmutableLedgerGrpc;
import io.sealstream.gateway.proto.SubscribeRequest;
import io.sealstream.gateway.submit.SubmitLimits;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What holds whoever does not even ask for anything. */
@ExtendWith(SharedBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoundedServerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final SubmitLimits SHORT =
            new SubmitLimits(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofMillis(100), 10, 1 << 20);

    private final TestLedger ledger;
    private TestGateway gateway;

    BoundedServerTest(TestBroker broker) throws IOException {
        ledger = TestLedger.create(broker, Certification.NONE);
    }

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        gateway = TestGateway.open(ledger, directory, SHORT);
    }

    @AfterAll
    void close() {
        gateway.close();
    }

    @Test
    void aCallWhoseMessageNeverComesEndsAndASubscriptionOutlivesIt() {
        var subscribed = begun(ImmutableLedgerGrpc.getSubscribeMethod(), SubscribeRequest.getDefaultInstance());
        var silent = begun(
                ImmutableLedgerGrpc.getGetHeadMethod().toBuilder()
                        .setType(MethodType.BIDI_STREAMING)
                        .build(),
                null);

        assertThat(silent).succeedsWithin(PATIENCE).extracting(Status::isOk).isEqualTo(false);
        assertThat(subscribed).isNotDone();
    }

    @Test
    void moreConnectionsThanAreAllowedAreClosed() throws IOException {
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i <= TestGateway.MAX_CONNECTIONS; i++) {
                open.add(new Socket(
                        InetAddress.getLoopbackAddress(), gateway.at("/").getPort()));
            }
            Socket last = open.getLast();
            last.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));

            assertThat(isEnded(last)).isTrue();
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> gateway.stub()
                                .getHead(GetHeadRequest.getDefaultInstance())
                                .getSequenceNumber()
                        == 0);
    }

    private static boolean isEnded(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() == -1;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** How it ended, once it has; it names no time-out, and asks for more than it is ever given. */
    private <Q, A> CompletableFuture<Status> begun(io.grpc.MethodDescriptor<Q, A> method, @Nullable Q request) {
        CompletableFuture<Status> ended = new CompletableFuture<>();
        ClientCall<Q, A> call = gateway.channel().newCall(method, CallOptions.DEFAULT);
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        ended.complete(status);
                    }
                },
                new Metadata());
        call.request(100);
        if (request != null) {
            call.sendMessage(request);
            call.halfClose();
        }
        return ended;
    }
}
