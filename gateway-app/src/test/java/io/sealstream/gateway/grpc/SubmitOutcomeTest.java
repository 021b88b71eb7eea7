package io.sealstream.gateway.grpc;

import static io.sealstream.gateway.grpc.Messages.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import io.sealstream.client.LedgerClient;
import io.sealstream.client.TestLedger;
import io.sealstream.client.TestSealer;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.Certification;
import io.sealstream.gateway.TestGateway;
import io.sealstream.gateway.http.HttpCalls;
import io.sealstream.gateway.proto.CertifiedEvent;
import io.sealstream.gateway.proto.GetEventRequest;
import io.sealstream.gateway.proto.GetHeadRequest;
import io.sealstream.gateway.proto.HealthCheckRequest;
import io.sealstream.gateway.proto.ImmutableLedgerGrpc;
import io.sealstream.gateway.proto.ReadEventsRequest;
import io.sealstream.gateway.proto.SealedEvent;
import io.sealstream.gateway.proto.SubscribeRequest;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.schema.SequenceKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** In a ledger that only records certificates, with sealers that are late, absent or deceived. */
@ExtendWith(SharedBroker.class)
class SubmitOutcomeTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final TestLedger ledger;

    @TempDir
    Path directory;

    SubmitOutcomeTest(TestBroker broker) throws Exception {
        ledger = TestLedger.create(broker, Certification.RECORDED);
    }

    @Test
    void aClientOfTheOlderContractSubmitsAndReadsBackWhatItSent() throws Exception {
        CertifiedEvent event =
                plain("a").toBuilder().setVepsSignature("any text at all").build();
        try (TestSealer sealer = TestSealer.start(ledger);
                TestGateway gateway = TestGateway.open(ledger, directory)) {
            SealedEvent sealed = gateway.stub().submitEvent(event);

            assertThat(sealed.getVepsSignature()).isEqualTo("any text at all");
            assertThat(sealed.getAlgorithm()).isEqualTo("Opaque");
            assertThat(sealed.getOccurredAt()).isEqualTo(event.getVepsTimestamp());
            assertThat(sealed.getMetadataMap()).isEqualTo(event.getMetadataMap());
        }
    }

    @Test
    void anEventThatMissedItsDeadlineIsNotInTheLedger() throws Exception {
        CertifiedEvent event = plain("a").toBuilder().setDeadlineMs(100).build();
        try (TestSealer sealer = TestSealer.startLate(ledger);
                TestGateway gateway = TestGateway.open(ledger, directory)) {
            StatusRuntimeException refused = refused(gateway, event);

            assertThat(refused.getStatus().getCode()).isEqualTo(Code.DEADLINE_EXCEEDED);
            assertThat(Messages.reason(refused)).isEqualTo("EXPIRED");
            gateway.stub().submitEvent(plain("later"));
            assertThat(gateway.stub().readEvents(ReadEventsRequest.getDefaultInstance()))
                    .toIterable()
                    .extracting(SealedEvent::getEventId)
                    .containsExactly("sealstream.genesis", "later");
        }
    }

    @Test
    void whereNobodySealsTheOutcomeIsUnknownAndMayBeSentAgain() throws Exception {
        try (TestGateway gateway = TestGateway.open(ledger, directory, TestGateway.IMPATIENT)) {
            StatusRuntimeException refused = refused(gateway, plain("a"));

            assertThat(refused.getStatus().getCode()).isEqualTo(Code.UNAVAILABLE);
            assertThat(refused.getStatus().getDescription()).contains("same event_id");
        }
    }

    /** By whoever seals next: the attempt stands in the intake, with its deadline. */
    @Test
    void whatWasUnknownIsNotSealedAfterItsDeadlineByThatAttempt() throws Exception {
        try (TestGateway gateway = TestGateway.open(ledger, directory, TestGateway.IMPATIENT);
                LedgerClient other = ledger.client()) {
            StatusRuntimeException unknown = refused(gateway, plain("a"));
            try (TestSealer sealer = TestSealer.start(ledger)) {
                var unused = other.submit(new io.sealstream.core.event.CertifiedEvent(TestLedger.event("later"), null))
                        .get();
            }
            Awaitility.await().until(() -> head(gateway) == 1);

            assertThat(Messages.reason(unknown)).isEqualTo("OUTCOME_UNKNOWN");
            assertThat(gateway.stub().readEvents(ReadEventsRequest.getDefaultInstance()))
                    .toIterable()
                    .extracting(SealedEvent::getEventId)
                    .containsExactly("sealstream.genesis", "later");
        }
    }

    @Test
    void anEventWhoseOwnTimeIsOverIsExpiredForGood() throws Exception {
        CertifiedEvent event =
                plain("a").toBuilder().setSealBefore(1_700_000_000_000L).build();
        try (TestSealer sealer = TestSealer.start(ledger);
                TestGateway gateway = TestGateway.open(ledger, directory)) {
            StatusRuntimeException refused = refused(gateway, event);

            assertThat(refused.getStatus().getCode()).isEqualTo(Code.DEADLINE_EXCEEDED);
            assertThat(Messages.reason(refused)).isEqualTo("EXPIRED");
            assertThat(new HttpCalls(gateway).get("/metrics").body())
                    .contains("ledger_gateway_submissions_seconds_count{answer=\"OUTDATED\"");
        }
    }

    @Test
    void whereNobodyHasSealedForSomeTimeNothingIsSentUntilSomebodyDoes() throws Exception {
        try (TestGateway gateway = TestGateway.open(ledger, directory)) {
            Awaitility.await().atMost(LONG).until(() -> status(gateway).equals("NOT_SEALING"));

            StatusRuntimeException refused = refused(gateway, plain("a"));

            assertThat(refused.getStatus().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
            assertThat(Messages.reason(refused)).isEqualTo("NOT_SEALING");
            assertThat(refused.getStatus().getDescription())
                    .contains(ledger.names().sealerGroup(), "nothing was sent");
            assertThat(gateway.stub()
                            .getEvent(GetEventRequest.getDefaultInstance())
                            .getEventId())
                    .isEqualTo("sealstream.genesis");
            try (TestSealer sealer = TestSealer.start(ledger)) {
                Awaitility.await().atMost(LONG).until(() -> status(gateway).equals("HEALTHY"));
            }
        }
    }

    @Test
    void aFullQueueRefusesWithoutSending() throws Exception {
        List<Future<SealedEvent>> submissions = new ArrayList<>();
        try (TestGateway gateway = TestGateway.open(ledger, directory, TestGateway.IMPATIENT)) {
            var stub = ImmutableLedgerGrpc.newFutureStub(gateway.channel());
            for (int i = 0; i < 20; i++) {
                submissions.add(stub.submitEvent(plain("a" + i)));
            }

            assertThat(submissions)
                    .extracting(SubmitOutcomeTest::code)
                    .contains(Code.RESOURCE_EXHAUSTED)
                    .isSubsetOf(Code.RESOURCE_EXHAUSTED, Code.UNAVAILABLE, Code.DEADLINE_EXCEEDED);
        }
    }

    @Test
    void nothingIsSubmittedToALedgerThatIsAtFaultAndWhatWasSoundIsStillRead() throws Exception {
        try (TestGateway gateway = TestGateway.open(ledger, directory)) {
            ledger.topics()
                    .write(
                            ledger.names().sealed(),
                            SequenceKey.encode(new Sequence(1)),
                            "forged".getBytes(StandardCharsets.UTF_8));
            Awaitility.await().until(() -> status(gateway).equals("DEGRADED"));

            StatusRuntimeException refused = refused(gateway, plain("a"));

            assertThat(refused.getStatus().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
            assertThat(Messages.reason(refused)).isEqualTo("DEGRADED");
            assertThat(gateway.stub()
                            .getEvent(GetEventRequest.getDefaultInstance())
                            .getEventType())
                    .isEqualTo("sealstream.genesis");
        }
    }

    @Test
    void aSubscriberOfALedgerThatIsAtFaultIsToldWhereItEnds() throws Exception {
        try (TestGateway gateway = TestGateway.open(ledger, directory)) {
            Iterator<SealedEvent> records = gateway.stub().subscribe(SubscribeRequest.getDefaultInstance());
            records.next();
            ledger.topics()
                    .write(
                            ledger.names().sealed(),
                            SequenceKey.encode(new Sequence(1)),
                            "forged".getBytes(StandardCharsets.UTF_8));

            StatusRuntimeException ended = catchThrowableOfType(StatusRuntimeException.class, records::next);

            assertThat(ended.getStatus().getCode()).isEqualTo(Code.FAILED_PRECONDITION);
            assertThat(ended.getStatus().getDescription()).contains("MALFORMED", "go on from 1");
        }
    }

    @Test
    void aMessageBeyondTheLimitIsRefused() throws Exception {
        try (TestGateway gateway = TestGateway.open(ledger, directory)) {
            StatusRuntimeException refused = refused(gateway, plain("a", "x".repeat(3 << 20)));

            assertThat(refused.getStatus().getCode()).isEqualTo(Code.RESOURCE_EXHAUSTED);
        }
    }

    private static long head(TestGateway gateway) {
        return gateway.stub().getHead(GetHeadRequest.getDefaultInstance()).getSequenceNumber();
    }

    private static String status(TestGateway gateway) {
        return gateway.stub()
                .healthCheck(HealthCheckRequest.getDefaultInstance())
                .getStatus();
    }

    private static StatusRuntimeException refused(TestGateway gateway, CertifiedEvent event) {
        return catchThrowableOfType(
                StatusRuntimeException.class, () -> gateway.stub().submitEvent(event));
    }

    private static Code code(Future<SealedEvent> submission) {
        try {
            submission.get();
            return Code.OK;
        } catch (ExecutionException e) {
            return io.grpc.Status.fromThrowable(e).getCode();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
