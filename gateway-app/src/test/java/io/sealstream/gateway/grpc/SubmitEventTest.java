package io.sealstream.gateway.grpc;

import static io.sealstream.gateway.grpc.Messages.certified;
import static io.sealstream.gateway.grpc.Messages.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.sealstream.client.TestLedger;
import io.sealstream.client.TestSealer;
import io.sealstream.core.control.Certification;
import io.sealstream.core.event.Certifier;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.gateway.TestGateway;
import io.sealstream.gateway.proto.BatchProof;
import io.sealstream.gateway.proto.CertifiedEvent;
import io.sealstream.gateway.proto.GetEventRequest;
import io.sealstream.gateway.proto.SealedEvent;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** In a ledger that requires certificates. */
@ExtendWith(SharedBroker.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubmitEventTest {
    private static final Ed25519SigningKey PRODUCER = TestLedger.key("producer");

    private final TestLedger ledger;
    private final Certifier certifier;
    private TestSealer sealer;
    private TestGateway gateway;

    SubmitEventTest(TestBroker broker) throws Exception {
        ledger = TestLedger.create(broker, Certification.REQUIRED);
        certifier = new Certifier(ledger.genesisRecord().eventHash(), PRODUCER);
    }

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        sealer = TestSealer.start(ledger);
        TestGateway.register(ledger, PRODUCER);
        gateway = TestGateway.open(ledger, directory);
    }

    @AfterAll
    void close() {
        gateway.close();
        sealer.close();
    }

    @Test
    void aSealedEventHasItsSequenceAndHash() {
        CertifiedEvent event = certified(certifier.certify(TestLedger.event("a-1")));

        SealedEvent sealed = gateway.stub().submitEvent(event);

        assertThat(sealed.getSequenceNumber()).isGreaterThan(1);
        assertThat(sealed.getEventHash()).matches("[0-9a-f]{64}");
        assertThat(sealed.getLedgerId())
                .isEqualTo(ledger.genesisRecord().eventHash().hex());
        assertThat(sealed.getPayload()).isEqualTo(event.getPayload());
        assertThat(sealed.getVepsSignature()).isEqualTo(event.getVepsSignature());
        assertThat(sealed.getAlgorithm()).isEqualTo("Ed25519");
        assertThat(sealed.getDuplicate()).isFalse();
    }

    @Test
    void whoeverWasToldOfARecordReadsIt() {
        SealedEvent sealed = submit("a-2");

        SealedEvent read = gateway.stub()
                .getEvent(GetEventRequest.newBuilder()
                        .setSequenceNumber(sealed.getSequenceNumber())
                        .build());

        assertThat(read).isEqualTo(sealed.toBuilder().clearCommitLatencyMs().build());
    }

    @Test
    void theSameEventAgainIsASuccessWithTheFirstRecord() {
        SealedEvent first = submit("a-3");

        SealedEvent second = submit("a-3");

        assertThat(second.getDuplicate()).isTrue();
        assertThat(second.getSequenceNumber()).isEqualTo(first.getSequenceNumber());
        assertThat(second.getEventHash()).isEqualTo(first.getEventHash());
    }

    @Test
    void anotherEventUnderTheSameIdAlreadyExists() {
        submit("a-4");
        CertifiedEvent other = certified(certifier.certify(TestLedger.event("a-4", "{\"n\":2}")));

        StatusRuntimeException refused = refused(other);

        assertThat(refused.getStatus().getCode()).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(Messages.reason(refused)).isEqualTo("EVENT_ID_CONFLICT");
    }

    @Test
    void anEventWithoutACertificateIsNotPermitted() {
        StatusRuntimeException refused = refused(plain("a-5"));

        assertThat(refused.getStatus().getCode()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(Messages.reason(refused)).isEqualTo("CERTIFICATE_MISSING");
    }

    @Test
    void aKeyThatNobodyRegisteredIsNotPermitted() {
        Certifier stranger = new Certifier(ledger.genesisRecord().eventHash(), TestLedger.key("stranger"));

        StatusRuntimeException refused = refused(certified(stranger.certify(TestLedger.event("a-6"))));

        assertThat(refused.getStatus().getCode()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(Messages.reason(refused)).isEqualTo("KEY_UNKNOWN");
    }

    @Test
    void aSignatureOverAnotherEventIsNotPermitted() {
        String signature = certified(certifier.certify(TestLedger.event("b-7"))).getVepsSignature();
        CertifiedEvent event = certified(certifier.certify(TestLedger.event("a-7"))).toBuilder()
                .setVepsSignature(signature)
                .build();

        StatusRuntimeException refused = refused(event);

        assertThat(refused.getStatus().getCode()).isEqualTo(Code.PERMISSION_DENIED);
        assertThat(Messages.reason(refused)).isEqualTo("SIGNATURE_INVALID");
    }

    @Test
    void textThatIsNoSignatureIsInvalid() {
        StatusRuntimeException refused = refused(
                plain("a-8").toBuilder().setVepsSignature("not a signature").build());

        assertThat(refused.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
    }

    @Test
    void aFieldThatBreaksARuleIsNamed() {
        CertifiedEvent event = certified(certifier.certify(TestLedger.event("a-9"))).toBuilder()
                .setEventId("")
                .build();

        StatusRuntimeException refused = refused(event);

        assertThat(refused.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(refused.getStatus().getDescription()).contains("event_id");
    }

    @Test
    void aDeadlineBeyondTheLimitIsInvalid() {
        CertifiedEvent event = certified(certifier.certify(TestLedger.event("a-10"))).toBuilder()
                .setDeadlineMs(31_000)
                .build();

        StatusRuntimeException refused = refused(event);

        assertThat(refused.getStatus().getCode()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(refused.getStatus().getDescription()).contains("deadline_ms", "30000");
    }

    @Test
    void aBatchUnderOneSignatureIsSealed() {
        var batch = certifier.certifyBatch(List.of(TestLedger.event("a-11"), TestLedger.event("b-11")));
        var proof = Objects.requireNonNull(
                Objects.requireNonNull(batch.getLast().certificate()).batch());
        var message = BatchProof.newBuilder().setLeafIndex(proof.leafIndex()).setTreeSize(proof.treeSize());
        proof.path().forEach(node -> message.addPath(ByteString.copyFrom(node.toByteArray())));
        CertifiedEvent event =
                certified(batch.getLast()).toBuilder().setBatch(message).build();

        SealedEvent sealed = gateway.stub().submitEvent(event);

        assertThat(sealed.getBatch()).isEqualTo(event.getBatch());
    }

    private SealedEvent submit(String id) {
        return gateway.stub().submitEvent(certified(certifier.certify(TestLedger.event(id))));
    }

    private StatusRuntimeException refused(CertifiedEvent event) {
        return catchThrowableOfType(
                StatusRuntimeException.class, () -> gateway.stub().submitEvent(event));
    }
}
