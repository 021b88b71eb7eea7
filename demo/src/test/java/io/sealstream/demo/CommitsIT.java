package io.sealstream.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sealstream.client.ClientCommand;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import io.sealstream.kafka.local.LocalBroker;
import io.sealstream.sealer.SealerCommand;
import io.sealstream.verifier.VerifierCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fourteen thousand real events, with the commands as their users have them. */
class CommitsIT {
    private static final Path COMMITS = Path.of("..", "..", "shared", "data", "commits.jsonl");
    private static final int EVENTS = 14_054;

    @TempDir
    private Path directory;

    private String address = "";
    private int runs;

    @Test
    void realEventsAreSealedOnceAndTheirExportIsTheSameLedger() throws Exception {
        assumeThat(COMMITS)
                .as("the data of this test, which is not in the project")
                .exists();
        try (LocalBroker broker = LocalBroker.start(directory.resolve("broker"))) {
            address = broker.bootstrapServers();
            CommandProcess sealer = makeALedger();
            try {
                JsonNode sealed = submit();
                JsonNode topic = verify(inKafka("verify"));
                ok(VerifierCommand.class, inKafka("export", "--out", file("export.jsonl")));
                JsonNode file = verify("verify", "--file", file("export.jsonl"));
                JsonNode again = submit();
                CommandProcess.Ended head = ok(VerifierCommand.class, inKafka("head"));

                assertThat(sealed.path("sealed").asInt()).isEqualTo(EVENTS);
                assertThat(topic.path("verdict").asText()).isEqualTo("VERIFIED");
                assertThat(topic.path("size").asInt())
                        .as("with the genesis and the key")
                        .isEqualTo(EVENTS + 2);
                assertSameEnd(file, topic);
                assertThat(again.path("duplicate").asInt()).isEqualTo(EVENTS);
                assertThat(head.output())
                        .as("the head, unchanged")
                        .contains(topic.path("head").asText(), Integer.toString(EVENTS + 1));
            } finally {
                sealer.stop();
            }
        }
    }

    /** With a sealer that runs, and a producer's key. */
    private CommandProcess makeALedger() throws Exception {
        ok(ClientCommand.class, "keygen", "--out", file("root.pem"), "--name", "root");
        ok(ClientCommand.class, "keygen", "--out", file("producer.pem"), "--name", "producer");
        ok(SealerCommand.class, inKafka("init", "--root-key", file("root.pub")));
        CommandProcess sealer = CommandProcess.start(
                SealerCommand.class,
                directory.resolve("sealer.err"),
                directory.resolve("sealer.out"),
                List.of(inKafka("sealer", "--state-dir", file("state"), "--health-listener", "127.0.0.1:0")));
        ok(
                ClientCommand.class,
                inKafka("key", "add", "--root-key", file("root.pem"), "--public-key", file("producer.pub")));
        return sealer;
    }

    private JsonNode submit() throws Exception {
        return json(ok(
                ClientCommand.class,
                inKafka(
                        "submit",
                        "--key",
                        file("producer.pem"),
                        "--events",
                        COMMITS.toString(),
                        "--batch",
                        "64",
                        "--format",
                        "json")));
    }

    private JsonNode verify(String... words) throws Exception {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--format", "json"));
        return json(ok(VerifierCommand.class, all.toArray(String[]::new)));
    }

    private CommandProcess.Ended ok(Class<?> main, String... words) throws Exception {
        CommandProcess.Ended ended = CommandProcess.run(main, directory, ++runs + "-" + words[0], List.of(words));
        assertThat(ended.exitCode())
                .as("%s: %s", words[0], Files.readString(ended.log()))
                .isZero();
        return ended;
    }

    private String[] inKafka(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--ledger", "commits", "--bootstrap-server", address));
        return all.toArray(String[]::new);
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private static void assertSameEnd(JsonNode report, JsonNode as) {
        assertThat(report.path("verdict")).isEqualTo(as.path("verdict"));
        assertThat(report.path("size")).isEqualTo(as.path("size"));
        assertThat(report.path("head")).isEqualTo(as.path("head"));
        assertThat(report.path("root")).isEqualTo(as.path("root"));
    }

    private static JsonNode json(CommandProcess.Ended ended) {
        try {
            return StrictJson.object(ended.output());
        } catch (InvalidJsonException e) {
            throw new AssertionError("no JSON on standard output: " + ended.output(), e);
        }
    }
}
