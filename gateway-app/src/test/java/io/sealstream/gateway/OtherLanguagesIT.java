package io.sealstream.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.sealstream.client.TestLedger;
import io.sealstream.client.TestSealer;
import io.sealstream.command.InstalledPrograms;
import io.sealstream.core.StrictJson;
import io.sealstream.core.control.Certification;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Clients that share nothing with the gateway: the examples, and one made from the older contract alone. */
@ExtendWith(SharedBroker.class)
class OtherLanguagesIT {
    private static final Path EXAMPLES = Path.of("..", "examples", "src", "main");
    private static final Path CONTRACT = Path.of("src", "test", "node");

    private final TestLedger ledger;

    @TempDir
    Path directory;

    private TestSealer sealer;
    private TestGateway gateway;

    OtherLanguagesIT(TestBroker broker) throws IOException {
        ledger = TestLedger.create(broker, Certification.RECORDED);
    }

    @BeforeEach
    void start() throws IOException {
        sealer = TestSealer.start(ledger);
        gateway = TestGateway.open(ledger, directory.resolve("gateway"));
    }

    @AfterEach
    void stop() {
        gateway.close();
        sealer.close();
    }

    @Test
    void inPython() throws Exception {
        assertSubmits("python3", EXAMPLES.resolve("python/submit.py").toString());
    }

    @Test
    void inNode() throws Exception {
        assertSubmits("node", EXAMPLES.resolve("node/submit.mjs").toString());
    }

    @Test
    void inGo() throws Exception {
        assertSubmits("go", "run", EXAMPLES.resolve("go/submit.go").toString());
    }

    @Test
    void aClientOfTheOlderContract() throws Exception {
        assumeTrue(InstalledPrograms.has("npm"), "npm is not installed");
        Path client = installed();

        List<String> out = run(
                client, "node", "contract.mjs", "127.0.0.1:" + gateway.at("/").getPort(), "from-the-contract");

        JsonNode answers = StrictJson.object(String.join("", out));
        JsonNode sealed = answers.get("sealed");
        assertThat(sealed.get("sequence_number").longValue()).isEqualTo(1);
        assertThat(sealed.get("payload").textValue()).isEqualTo("hello");
        assertThat(sealed.get("previous_hash").textValue())
                .isEqualTo(ledger.genesisRecord().eventHash().hex());
        assertThat(answers.at("/read/event_hash")).isEqualTo(sealed.get("event_hash"));
        assertThat(answers.at("/health/healthy").booleanValue()).isTrue();
        assertThat(answers.at("/health/last_sequence_number").longValue()).isEqualTo(1);
    }

    private void assertSubmits(String... command) throws Exception {
        assumeTrue(InstalledPrograms.has(command[0]), command[0] + " is not installed");
        String url = gateway.at("").toString();
        String[] line = Stream.concat(Arrays.stream(command), Stream.of(url, "an-event"))
                .toArray(String[]::new);

        List<String> out = run(Path.of("."), line);

        assertThat(out).hasSize(2);
        assertThat(out.getFirst()).startsWith("sealed as 1 with the hash ");
        assertThat(out.getLast()).isEqualTo("read back an-event");
    }

    /** The client's folder, with what it needs from npm; where that can't be reached there is nothing to test. */
    private Path installed() throws Exception {
        Path client = Files.createDirectory(directory.resolve("client"));
        for (String file : List.of("contract.mjs", "contract.proto", "package.json")) {
            Files.copy(CONTRACT.resolve(file), client.resolve(file));
        }
        Process npm = new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", "--loglevel=error")
                .directory(client.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(npm.waitFor() == 0, "npm could not install what the client needs: " + said);
        return client;
    }

    private List<String> run(Path where, String... command) throws Exception {
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        Process process = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor()).as(() -> read(err)).isZero();
        return Files.readAllLines(out);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
