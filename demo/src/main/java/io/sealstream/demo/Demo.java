package io.sealstream.demo;

import io.sealstream.client.keys.PrivateKeyFile;
import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.core.Bytes;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.FaultKind;
import io.sealstream.kafka.local.ForcedCompaction;
import io.sealstream.kafka.local.LocalBroker;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.LedgerJson;
import io.sealstream.schema.SealedEventCodec;
import io.sealstream.schema.SequenceKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The demo, step by step. */
final class Demo {
    private static final String LEDGER = "demo";
    private static final String SEALED = LEDGER + ".sealed";
    private static final String BATCH = "64";

    private final DemoDirectory directory;
    private final @Nullable Path ownEvents;
    private final int count;
    private final Narrator narrator;
    private final Commands commands;

    Demo(DemoDirectory directory, @Nullable Path ownEvents, int count, Narrator narrator) throws IOException {
        this.directory = directory;
        this.ownEvents = ownEvents;
        this.count = count;
        this.narrator = narrator;
        this.commands = new Commands(directory, narrator);
    }

    /** Whether everything was as expected. */
    boolean run() throws IOException, InterruptedException, ExecutionException {
        narrator.step("1. A Kafka broker");
        try (LocalBroker broker = LocalBroker.start(directory.directory("broker"))) {
            narrator.say("runs in this process at " + broker.bootstrapServers() + "; files are in " + directory
                    + (directory.isKept() ? "" : " until the end"));
            return withBroker(broker);
        }
    }

    private boolean withBroker(LocalBroker broker) throws IOException, InterruptedException, ExecutionException {
        String at = broker.bootstrapServers();
        Path keys = directory.directory("keys");
        narrator.step("2. Keys, and a ledger that begins with them");
        commands.run("keygen", "--out", keys.resolve("root.pem").toString(), "--name", "root-1");
        commands.run("keygen", "--out", keys.resolve("producer.pem").toString(), "--name", "producer-1");
        commands.run("keygen", "--out", keys.resolve("auditor.pem").toString(), "--name", "auditor-1");
        commands.run(
                "init",
                "--ledger",
                LEDGER,
                "--bootstrap-server",
                at,
                "--root-key",
                keys.resolve("root.pub").toString(),
                "--checkpoint-key",
                keys.resolve("auditor.pub").toString());
        Health health = Health.atFreePort();
        CommandProcess sealer = commands.start(
                "sealer",
                "--ledger",
                LEDGER,
                "--bootstrap-server",
                at,
                "--state-dir",
                directory.directory("sealer").toString(),
                "--health-listener",
                health.listener());
        try {
            String unused = health.await("HEALTHY", sealer);
            Duration sealing = seal(at, keys);
            Path checkpoint = directory.file("checkpoint");
            VerifierReport whole = verifyWhole(at, keys, checkpoint);
            boolean caught = tamperWithCopies(at, keys, checkpoint);
            caught &= tamperWithTopic(broker, health, sealer);
            return conclude(whole.isVerified() && caught, whole, sealing);
        } finally {
            int unused = sealer.stop();
        }
    }

    /** @return how long it took, from the start of the submitting process to the last outcome */
    private Duration seal(String at, Path keys) throws IOException, InterruptedException {
        narrator.step("3. A producer's key is added, and its signed events are sealed");
        commands.run(
                "key",
                "add",
                "--ledger",
                LEDGER,
                "--bootstrap-server",
                at,
                "--root-key",
                keys.resolve("root.pem").toString(),
                "--public-key",
                keys.resolve("producer.pub").toString());
        Path events = ownEvents;
        if (events == null) {
            events = directory.file("events.jsonl");
            SampleEvents.write(events, count);
        }
        long begunNanos = System.nanoTime();
        CommandProcess.Ended submitted = commands.run(
                Set.of(ExitCode.OK, ExitCode.REJECTED),
                "submit",
                "--ledger",
                LEDGER,
                "--bootstrap-server",
                at,
                "--events",
                events.toString(),
                "--key",
                keys.resolve("producer.pem").toString(),
                "--batch",
                BATCH);
        submitted.output().lines().forEach(narrator::say);
        return Duration.ofNanos(System.nanoTime() - begunNanos);
    }

    private VerifierReport verifyWhole(String at, Path keys, Path checkpoint) throws IOException, InterruptedException {
        narrator.step("4. The ledger is verified, and a signed checkpoint of it is kept elsewhere");
        VerifierReport report = VerifierReport.of(commands.run(
                "verify",
                "--ledger",
                LEDGER,
                "--bootstrap-server",
                at,
                "--format",
                "json",
                "--report",
                directory.directory("reports").resolve("whole.json").toString(),
                "--write-checkpoint",
                checkpoint.toString(),
                "--checkpoint-key",
                keys.resolve("auditor.pem").toString()));
        narrator.say(String.format(
                Locale.ROOT,
                "%s: %,d records, root %s…",
                report.verdict(),
                report.json().path("size").asLong(),
                report.json().path("root").asText().substring(0, 16)));
        return report;
    }

    private boolean tamperWithCopies(String at, Path keys, Path checkpoint) throws IOException, InterruptedException {
        narrator.step("5. Copies are tampered with, one way each, and verified against the checkpoint");
        Path export = directory.file("export.jsonl");
        commands.run("export", "--ledger", LEDGER, "--bootstrap-server", at, "--out", export.toString());
        narrator.command("./sealstream verify --file copies/... --checkpoint " + checkpoint.getFileName());
        List<SealedEvent> ledger = read(export);
        boolean caught = true;
        for (Tampering tampering : tamperings(ledger, keys).all()) {
            Path copy = directory.directory("copies").resolve(tampering.name() + ".jsonl");
            write(copy, tampering.change().apply(ledger));
            VerifierReport report =
                    verify(tampering.name(), "--file", copy.toString(), "--checkpoint", checkpoint.toString());
            caught &= tell(tampering, report);
        }
        return caught;
    }

    private boolean tamperWithTopic(LocalBroker broker, Health health, CommandProcess sealer)
            throws IOException, InterruptedException, ExecutionException {
        narrator.step("6. A key is overwritten in the topic itself, which is then compacted");
        List<SealedEvent> ledger = read(directory.file("export.jsonl"));
        Tamperings tamperings = tamperings(ledger, directory.directory("keys"));
        produce(broker.bootstrapServers(), tamperings.overwritten(ledger));
        narrator.say("the sealer is DEGRADED: " + health.await("DEGRADED", sealer));
        ForcedCompaction.run(broker.bootstrapServers(), broker.logDirectory(), new TopicPartition(SEALED, 0));
        Tampering overwritten = new Tampering(
                "overwritten",
                "key " + tamperings.target() + " overwritten in " + SEALED,
                List::copyOf,
                FaultKind.SEQUENCE_GAP,
                tamperings.target(),
                false);
        VerifierReport report =
                verify(overwritten.name(), "--ledger", LEDGER, "--bootstrap-server", broker.bootstrapServers());
        return tell(overwritten, report);
    }

    private boolean tell(Tampering tampering, VerifierReport report) {
        boolean found = report.found(tampering);
        narrator.row(tampering.what(), report.verdict(), report.faultText(tampering), found);
        return found;
    }

    private VerifierReport verify(String name, String... source) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("verify", "--format", "json"));
        words.addAll(List.of(
                "--report",
                directory.directory("reports").resolve(name + ".json").toString()));
        words.addAll(List.of(source));
        return VerifierReport.of(commands.quietly(words.toArray(String[]::new)));
    }

    private boolean conclude(boolean good, VerifierReport whole, Duration sealing) {
        narrator.conclusion(
                good,
                good
                        ? "The whole ledger verified, and each of the seven ways to tamper was caught."
                        : "Not everything was as expected: see the lines above"
                                + (directory.isKept() ? "." : ", and run again with --keep DIR to look at the files."));
        narrator.say(String.format(
                Locale.ROOT,
                "sealed at %,.0f events/s, verified at %,.0f records/s; each with the start of a JVM in it",
                whole.json().path("size").asLong() / (sealing.toMillis() / 1_000.0),
                whole.json().path("records_per_second").asDouble()));
        narrator.step("What to try next");
        narrator.say("./sealstream demo --events your-events.jsonl --keep demo-files");
        narrator.say(
                "./sealstream local-kafka        a broker to play with, then: keygen, init, sealer, submit, verify");
        narrator.say("README.md, \"On your own Kafka\"");
        return good;
    }

    private static Tamperings tamperings(List<SealedEvent> ledger, Path keys) {
        try {
            return new Tamperings(ledger, PrivateKeyFile.read("--key", keys.resolve("producer.pem")));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(String.valueOf(e.getMessage()));
        }
    }

    private static void produce(String bootstrapServers, SealedEvent event)
            throws ExecutionException, InterruptedException {
        ByteArraySerializer bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", bootstrapServers), bytes, bytes)) {
            producer.send(new ProducerRecord<>(
                            SEALED,
                            0,
                            event.sealedAtMs(),
                            SequenceKey.encode(event.sequence()),
                            new SealedEventCodec().encode(event)))
                    .get();
        }
    }

    private static List<SealedEvent> read(Path export) throws IOException {
        List<SealedEvent> events = new ArrayList<>();
        for (String line : Files.readAllLines(export)) {
            switch (LedgerJson.read(Bytes.utf8(line))) {
                case Decoding.Decoded<SealedEvent>(SealedEvent event) -> events.add(event);
                case Decoding.Malformed<SealedEvent>(String reason) ->
                    throw new IllegalStateException(export + " has a line that is no sealed event: " + reason);
            }
        }
        return events;
    }

    private static void write(Path copy, List<SealedEvent> events) throws IOException {
        Files.write(copy, events.stream().map(LedgerJson::write).toList());
    }
}
