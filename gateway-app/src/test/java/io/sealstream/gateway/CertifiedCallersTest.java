package io.sealstream.gateway;

import static io.sealstream.gateway.grpc.Messages.certified;
import static io.sealstream.gateway.grpc.Messages.plain;
import static io.sealstream.gateway.http.HttpCalls.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.sealstream.client.TestLedger;
import io.sealstream.client.TestSealer;
import io.sealstream.command.SecretFile;
import io.sealstream.core.control.Certification;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.event.PrivateKeyPem;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.gateway.access.AccessList;
import io.sealstream.gateway.access.ClientGrant;
import io.sealstream.gateway.grpc.Answers;
import io.sealstream.gateway.grpc.Messages;
import io.sealstream.gateway.http.HttpCalls;
import io.sealstream.gateway.proto.CertifiedEvent;
import io.sealstream.gateway.proto.GetHeadRequest;
import io.sealstream.gateway.proto.ImmutableLedgerGrpc;
import io.sealstream.gateway.proto.ImmutableLedgerGrpc.ImmutableLedgerBlockingStub;
import io.sealstream.gateway.proto.SealedEvent;
import io.sealstream.gateway.tls.TestIdentity;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** One gateway with a key, in a ledger that requires certificates; one client has a grant, another has none. */
@ExtendWith(SharedBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CertifiedCallersTest {
    private static final Ed25519SigningKey TILL = TestLedger.key("till");
    private static final Ed25519SigningKey OTHER = TestLedger.key("other");
    private static final Ed25519SigningKey OWN = TestLedger.key("gateway");
    private static final String SUBMITTED_BY = "sealstream.submitted_by";
    private static final ClientGrant GRANT =
            new ClientGrant("till", Set.of(TILL.keyId()), TILL.keyId(), List.of("test."));

    private final TestLedger ledger;
    private TestTls tls;
    private TestIdentity stranger;
    private TestSealer sealer;
    private TestGateway gateway;
    private ManagedChannel strangers;

    CertifiedCallersTest(TestBroker broker) throws IOException {
        ledger = TestLedger.create(broker, Certification.REQUIRED);
    }

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        tls = TestTls.in(directory);
        stranger = tls.authority().issue("CN=stranger");
        sealer = TestSealer.start(ledger);
        TestGateway.register(ledger, TILL);
        TestGateway.register(ledger, OTHER);
        TestGateway.register(ledger, OWN);
        Path keyFile = directory.resolve("gateway.pem");
        SecretFile.create(keyFile, PrivateKeyPem.text(OWN));
        AccessList access = AccessList.of(Map.of(tls.client().certificate().getSubjectX500Principal(), GRANT));
        gateway = TestGateway.open(ledger, directory.resolve("state"), tls, tls.callers(access, keyFile));
        strangers = tls.channel(gateway, stranger);
    }

    @AfterAll
    void close() {
        strangers.shutdownNow();
        gateway.close();
        sealer.close();
    }

    @Test
    void whatTheGrantAllowsIsSealed() {
        SealedEvent sealed = gateway.stub().submitEvent(signed("allowed", TILL));

        assertThat(sealed.getVepsSignature()).startsWith("till:");
    }

    @Test
    void aSignatureWithoutAKeyIsOfTheDefaultKey() {
        CertifiedEvent event = signed("by-default", TILL);
        String bare = event.getVepsSignature().substring("till:".length());

        SealedEvent sealed = gateway.stub()
                .submitEvent(event.toBuilder().setVepsSignature(bare).build());

        assertThat(sealed.getVepsSignature()).isEqualTo(event.getVepsSignature());
    }

    @Test
    void theKeyOfAnotherIsNotPermitted() {
        StatusRuntimeException refused = refused(gateway.stub(), signed("other-key", OTHER));

        assertNotGranted(refused);
        assertThat(refused.getStatus().getDescription()).contains("client till", "\"other\"");
    }

    @Test
    void aTypeOfAnotherIsNotPermitted() {
        StatusRuntimeException refused = refused(
                gateway.stub(),
                signed("other-type", TILL).toBuilder()
                        .setEventType("user.added")
                        .build());

        assertNotGranted(refused);
        assertThat(refused.getStatus().getDescription()).contains("client till", "user.added", "test.");
    }

    @Test
    void aCallerWithoutAGrantIsNotPermitted() {
        StatusRuntimeException refused =
                refused(ImmutableLedgerGrpc.newBlockingStub(strangers), signed("stranger", TILL));

        assertNotGranted(refused);
        assertThat(refused.getStatus().getDescription()).contains("CN=stranger", "client.NAME.subject");
    }

    @Test
    void aCallerWithoutAGrantIsNotPermittedInAStreamEither() {
        Answers answers = new Answers();
        StreamObserver<CertifiedEvent> events =
                ImmutableLedgerGrpc.newStub(strangers).submitEvents(answers);

        events.onNext(signed("stranger-in-a-stream", TILL));
        events.onCompleted();

        assertThat(answers.await())
                .singleElement()
                .satisfies(answer -> assertThat(answer.getError().getReason()).isEqualTo("NOT_GRANTED"));
    }

    @Test
    void aCallerWithoutAGrantReads() {
        String ledgerName = ImmutableLedgerGrpc.newBlockingStub(strangers)
                .getHead(GetHeadRequest.getDefaultInstance())
                .getLedger();

        assertThat(ledgerName).isEqualTo(ledger.names().ledger());
    }

    @Test
    void overHttpACallerWithoutAGrantIsForbidden() {
        try (HttpClient client = tls.http(stranger)) {
            HttpResponse<String> forbidden = new HttpCalls(gateway, client)
                    .post("/v1/events", "{\"event_id\":\"http\",\"occurred_at\":1,\"payload\":1}");

            assertThat(forbidden.statusCode()).isEqualTo(403);
            assertThat(json(forbidden).path("reason").asText()).isEqualTo("NOT_GRANTED");
            assertThat(json(forbidden).path("detail").asText()).contains("CN=stranger");
        }
    }

    @Test
    void whatComesWithoutACertificateIsCertifiedByTheGatewayAndNamesItsSender() {
        SealedEvent sealed = gateway.stub().submitEvent(unsigned("on-behalf"));

        assertThat(sealed.getVepsSignature()).startsWith("gateway:");
        assertThat(sealed.getMetadataMap())
                .containsEntry(SUBMITTED_BY, "CN=client")
                .containsEntry("source.id", "till-7");
    }

    @Test
    void whatTheGatewayCertifiedIsADuplicateWhenItComesAgain() {
        SealedEvent first = gateway.stub().submitEvent(unsigned("twice"));

        SealedEvent second = gateway.stub().submitEvent(unsigned("twice"));

        assertThat(second.getDuplicate()).isTrue();
        assertThat(second.getSequenceNumber()).isEqualTo(first.getSequenceNumber());
    }

    @Test
    void nobodyCanSayThemselvesWhoSubmitted() {
        CertifiedEvent event = unsigned("claimed").toBuilder()
                .putMetadata(SUBMITTED_BY, "CN=other")
                .build();

        StatusRuntimeException refused = refused(gateway.stub(), event);

        assertThat(refused.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(refused.getStatus().getDescription()).contains(SUBMITTED_BY, "leave it out");
    }

    @Test
    void theGatewayCertifiesNothingThatTheGrantDoesNotAllow() {
        CertifiedEvent event =
                unsigned("unsigned-type").toBuilder().setEventType("user.added").build();

        assertNotGranted(refused(gateway.stub(), event));
    }

    @Test
    void theGatewayCertifiesNoControlEvents() {
        CertifiedEvent event = unsigned("control").toBuilder()
                .setEventType("sealstream.key.revoked")
                .build();

        StatusRuntimeException refused = refused(gateway.stub(), event);

        assertThat(Messages.reason(refused)).isEqualTo("CERTIFICATE_MISSING");
    }

    private static CertifiedEvent unsigned(String id) {
        return plain(id).toBuilder().setEventType("test.happened").build();
    }

    private static void assertNotGranted(StatusRuntimeException refused) {
        assertThat(refused.getStatus().getCode()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(Messages.reason(refused)).isEqualTo("NOT_GRANTED");
    }

    private CertifiedEvent signed(String id, Ed25519SigningKey key) {
        return certified(new Certifier(ledger.genesisRecord().eventHash(), key).certify(TestLedger.event(id)));
    }

    private static StatusRuntimeException refused(ImmutableLedgerBlockingStub stub, CertifiedEvent event) {
        return catchThrowableOfType(StatusRuntimeException.class, () -> stub.submitEvent(event));
    }
}
