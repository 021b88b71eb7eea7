package io.sealstream.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sealstream.command.CommandProcess;
import io.sealstream.command.InstalledPrograms;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.SampleLedger;
import io.sealstream.reader.TestTopics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.tools.consumer.ConsoleConsumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/consumers.md tells consumers to do. */
@ExtendWith(SharedBroker.class)
class ConsumersTest {
    private static final List<SealedEvent> EVENTS = SampleLedger.events();

    private final String address;
    private final TestTopics topics;
    private final LedgerTopicNames names = new LedgerTopicNames("read-" + UUID.randomUUID());
    private final ConsumersPage page = ConsumersPage.read();

    @TempDir
    Path directory;

    ConsumersTest(TestBroker broker) {
        address = broker.bootstrapServers();
        topics = new TestTopics(address);
    }

    @BeforeEach
    void sealTenAndLeaveWhatWasAborted() {
        topics.createSealed(names);
        topics.write(names, EVENTS.subList(0, 10));
        try (var producer = topics.transactional(names.sealed())) {
            producer.beginTransaction();
            TestTopics.send(producer, new ProducerRecord<>(names.sealed(), new byte[8], new byte[] {1, 2, 3}));
            producer.abortTransaction();
        }
    }

    @Test
    void theExampleReadsCommittedEventsInOrderAndGoesOnWhereItStopped() throws Exception {
        try (RunningProgram first = example()) {
            patiently().untilAsserted(() -> assertThat(first.lines()).isEqualTo(lines(0, 10)));
            patiently().until(this::isWorkedOff);
        }
        topics.write(names, EVENTS.subList(10, 20));

        try (RunningProgram second = example()) {
            patiently().untilAsserted(() -> assertThat(second.lines()).isEqualTo(lines(10, 20)));
        }
    }

    @Test
    void theConsoleConsumerPrintsTheJsonForm() {
        String[] arguments = page.arguments("kafka-console-consumer.sh", address, names.ledger());

        var ended = new CommandProcess(ConsoleConsumer.class).run(arguments);

        assertThat(ended.out().lines()).isEqualTo(SampleLedger.lines().subList(0, 10));
    }

    /** The build of this module does not make it; that of the whole project does. */
    @Test
    void theClassPathIsWhereTheBuildLaysItOut() {
        Path path = page.classPath();

        assertThat(path.getName(1)).hasToString("target");
        assertThat(ConsumersPage.pom(path.getName(0).toString()))
                .contains(
                        "<artifactId>maven-dependency-plugin</artifactId>",
                        "<artifactId>sealstream-reader</artifactId>");
        assertThat(ConsumersPage.pom("reader")).contains("<artifactId>sealstream-schemas</artifactId>");
        assertThat(ConsumersPage.pom(""))
                .contains("<outputDirectory>${project.build.directory}/" + path.getFileName() + "</outputDirectory>");
    }

    @Test
    void kcatPrintsSequences() throws Exception {
        assumeTrue(InstalledPrograms.has("kcat"), "kcat is not installed");

        Process kcat = new ProcessBuilder("bash", "-c", page.command("kcat", address, names.ledger()))
                .redirectErrorStream(true)
                .start();

        assertThat(kcat.inputReader().lines())
                .isEqualTo(EVENTS.subList(0, 10).stream()
                        .map(event -> event.sequence().value() + " " + event.sealedAtMs() + " " + size(event))
                        .toList());
        assertThat(kcat.waitFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(classes = {SealedConsumer.class, VerifiedConsumer.class})
    void thePageShowsTheExampleAsItIs(Class<?> example) {
        assertThat(page.text()).contains(ConsumersPage.source(example));
    }

    private RunningProgram example() throws Exception {
        return RunningProgram.start(
                SealedConsumer.class, Files.createTempFile(directory, "out", ""), address, names.ledger(), "group");
    }

    private static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }

    private boolean isWorkedOff() throws Exception {
        try (var admin = topics.admin()) {
            var offsets = admin.listConsumerGroupOffsets("group")
                    .partitionsToOffsetAndMetadata()
                    .get();
            return offsets.values().stream().anyMatch(each -> each.offset() >= 10);
        }
    }

    private static List<String> lines(int from, int to) {
        return EVENTS.subList(from, to).stream()
                .map(event ->
                        event.sequence().value() + " " + event.event().eventId().value())
                .toList();
    }

    private static int size(SealedEvent event) {
        return TestTopics.record(new LedgerTopicNames("any"), event).value().length;
    }
}
