package io.sealstream.gateway;

import static io.sealstream.gateway.grpc.Messages.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.grpc.ManagedChannel;
import io.sealstream.client.TestLedger;
import io.sealstream.core.control.Certification;
import io.sealstream.gateway.proto.GetHeadRequest;
import io.sealstream.gateway.proto.ImmutableLedgerGrpc;
import io.sealstream.gateway.tls.TestAuthority;
import io.sealstream.gateway.tls.TestIdentity;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One gateway that wants certificates of its clients, whose files change under it. */
@ExtendWith(SharedBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsGatewayTest {
    private final TestLedger ledger;
    private TestTls tls;
    private TestGateway gateway;

    TlsGatewayTest(TestBroker broker) throws IOException {
        ledger = TestLedger.create(broker, Certification.NONE);
    }

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        tls = TestTls.in(directory);
        gateway = TestGateway.open(ledger, directory.resolve("state"), tls, tls.callers());
    }

    @AfterEach
    void restore() {
        tls.restore();
        await().ignoreExceptions().until(() -> presented().equals(tls.server().certificate()));
    }

    @AfterAll
    void close() {
        gateway.close();
    }

    @Test
    void aClientOfTheAuthorityIsServedOverHttp() throws Exception {
        HttpResponse<String> head = head(tls.client());

        assertThat(head.statusCode()).isEqualTo(200);
    }

    @Test
    void aClientOfTheAuthorityIsServedOverGrpc() {
        long sequence =
                gateway.stub().getHead(GetHeadRequest.getDefaultInstance()).getSequenceNumber();

        assertThat(sequence).isZero();
    }

    @Test
    void aClientWithoutACertificateIsRefused() {
        assertThatThrownBy(() -> head(null)).isInstanceOf(IOException.class);
    }

    @Test
    void aClientOfAnotherAuthorityIsRefused() {
        TestIdentity stranger = TestAuthority.named("CN=elsewhere").issue("CN=client");

        assertThatThrownBy(() -> head(stranger)).isInstanceOf(IOException.class);
    }

    @Test
    void aClientWhoseCertificateExpiredIsRefused() {
        TestIdentity late = tls.authority().issueExpired("CN=client");

        assertThatThrownBy(() -> head(late)).isInstanceOf(IOException.class);
    }

    @Test
    void newConnectionsGetTheNewCertificateAndOpenOnesGoOn() {
        ManagedChannel open = gateway.channel();
        TestIdentity renewed = tls.authority().issue("CN=renewed");

        renewed.write(tls.files());

        await().until(() -> presented().equals(renewed.certificate()));
        assertThat(ImmutableLedgerGrpc.newBlockingStub(open)
                        .getHead(GetHeadRequest.getDefaultInstance())
                        .getLedger())
                .isNotEmpty();
    }

    @Test
    void clientsOfTheNewAuthorityAreServedAndThoseOfTheOldOneNoLonger() {
        TestAuthority next = TestAuthority.named("CN=next");
        TestIdentity client = next.issue("CN=client");

        tls.trust(next);

        await().until(() -> isServed(client) && !isServed(tls.client()));
    }

    @Test
    void whileTheFilesAreNotSoundTheMetricSaysSo() throws Exception {
        assertThat(metrics()).contains("ledger_gateway_tls_expiry_seconds").containsPattern("tls_stale\\S* 0\\.0");

        TestIdentity.write(
                tls.files().certificate(), tls.authority().issue("CN=alone").certificate());

        await().untilAsserted(() -> assertThat(metrics()).containsPattern("tls_stale\\S* 1\\.0"));
        assertThat(presented()).isEqualTo(tls.server().certificate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/operations.md", "ops/prometheus/alerts.yml"})
    void itHasTheMetricsThatOperatorsAreToldOf(String file) throws Exception {
        Set<String> named = Pattern.compile("ledger_gateway_\\w*[a-z]")
                .matcher(Files.readString(Path.of("..", file)))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        Throwable unused = catchThrowable(() -> gateway.stub().submitEvent(plain("")));

        assertThat(named).hasSizeGreaterThan(2);
        await().untilAsserted(() -> assertThat(metrics()).contains(named));
    }

    private String metrics() throws Exception {
        return get("/metrics", tls.client()).body();
    }

    private boolean isServed(TestIdentity client) throws Exception {
        try {
            return head(client).statusCode() == 200;
        } catch (IOException refused) {
            return false;
        }
    }

    /** The certificate that a new connection is shown. */
    private Object presented() throws Exception {
        return head(tls.client()).sslSession().orElseThrow().getPeerCertificates()[0];
    }

    private HttpResponse<String> head(@Nullable TestIdentity client) throws Exception {
        return get("/v1/head", client);
    }

    private HttpResponse<String> get(String path, @Nullable TestIdentity client) throws Exception {
        try (HttpClient http = tls.http(client)) {
            return http.send(HttpRequest.newBuilder(gateway.at(path)).build(), BodyHandlers.ofString());
        }
    }
}
