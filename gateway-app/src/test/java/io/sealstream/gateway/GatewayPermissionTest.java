package io.sealstream.gateway;

import static io.sealstream.gateway.grpc.Messages.plain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.client.TestLedger;
import io.sealstream.client.TestSealer;
import io.sealstream.core.control.Certification;
import io.sealstream.reader.DocumentedGrants;
import io.sealstream.reader.Grant;
import io.sealstream.reader.GuardedBroker;
import io.sealstream.reader.TestTopics;
import io.sealstream.reader.TopicInspector;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a gateway does with what docs/operations.md says that it must be granted, and without. */
@Timeout(60)
class GatewayPermissionTest {
    @TempDir
    static Path brokerDirectory;

    private static GuardedBroker broker;
    private static TestLedger ledger;
    private static TestSealer sealer;

    @TempDir
    Path directory;

    @BeforeAll
    static void makeALedger() throws IOException {
        broker = GuardedBroker.start(brokerDirectory);
        ledger = TestLedger.create(new TestTopics(broker.operatorClient()), Certification.NONE);
        sealer = TestSealer.start(ledger);
    }

    @AfterAll
    static void close() {
        sealer.close();
        broker.close();
    }

    @ParameterizedTest
    @MethodSource("needs")
    void whatItMustHaveItNamesWhereItLacksIt(Grant lacking) {
        broker.permitOnly(grants().without(lacking));

        assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining(lacking.name());
    }

    static Stream<Grant> needs() {
        return grants().must().stream();
    }

    @Test
    void itNeedsNoMoreThanItMustHave() throws Exception {
        broker.permitOnly(grants().must());
        try (TestGateway gateway = open()) {
            long sequence = gateway.stub().submitEvent(plain("a")).getSequenceNumber();

            assertThat(sequence).isPositive();
        }
    }

    @Test
    void withWhatItShouldHaveItSeesWhetherAnybodySeals() throws Exception {
        broker.permitOnly(grants().all());
        try (TopicInspector brokers = new TopicInspector(broker.guestConnection(), Duration.ofSeconds(30))) {
            boolean hasMembers = brokers.hasMembers(ledger.names().sealerGroup());

            assertThat(hasMembers).isTrue();
        }
    }

    private TestGateway open() throws IOException {
        return TestGateway.open(ledger, GuardedBroker.guest(), directory);
    }

    private static DocumentedGrants grants() {
        return DocumentedGrants.of("gateway", ledger.names().ledger());
    }
}
