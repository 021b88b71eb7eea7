package io.sealstream.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sealstream.client.TestLedger;
import io.sealstream.client.TestSealer;
import io.sealstream.command.InstalledPrograms;
import io.sealstream.core.control.Certification;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The calls of docs/api.md as they stand there, but for the port. */
@ExtendWith(SharedBroker.class)
class DocumentedCallsIT {
    private static final Path PAGE = Path.of("..", "docs", "api.md");
    private static final String ADDRESS = "127.0.0.1:50051";
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final TestLedger ledger;

    @TempDir
    Path directory;

    private TestSealer sealer;
    private TestGateway gateway;

    DocumentedCallsIT(TestBroker broker) throws IOException {
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
    void overHttp() throws Exception {
        assumeTrue(InstalledPrograms.has("curl"), "curl is not installed");

        for (String call : calls("curl")) {
            String said = isEndless(call) ? begun(call, "\"event_hash\"") : ended(call);

            assertThat(said).as(call).contains(call.contains("--json") ? "HTTP/1.1 201" : "\"event_hash\"");
        }
    }

    @Test
    void overGrpc() throws Exception {
        assumeTrue(InstalledPrograms.has("grpcurl"), "grpcurl is not installed");

        for (String call : calls("grpcurl")) {
            String said = isEndless(call) ? begun(call, "ash\":") : ended(call);

            // Versions differ in how they write names.
            assertThat(said).as(call).containsPattern("event(_h|H)ash");
        }
    }

    /** In their order on the page, but for those with certificates, and where something is to be put in. */
    private static List<String> calls(String program) throws IOException {
        List<String> calls = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith(program + ' ') && line.contains(ADDRESS) && !line.contains("…"))
                .toList();
        assertThat(calls).hasSizeGreaterThan(2);
        return calls;
    }

    private static boolean isEndless(String call) {
        return call.contains("ubscribe");
    }

    private String ended(String call) throws Exception {
        Path out = directory.resolve("out");
        Process process = start(call, out);
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as(call)
                .isTrue();
        assertThat(process.exitValue()).as(() -> call + ": " + read(out)).isZero();
        return read(out);
    }

    /** What a call says that does not end by itself. */
    private String begun(String call, String expected) throws IOException {
        Path out = directory.resolve("out");
        Process process = start(call, out);
        try {
            await().atMost(LIMIT).until(() -> read(out).contains(expected));
            return read(out);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Of 200 ms, which a busy machine may not keep, it makes so many as it needs. */
    private Process start(String call, Path out) throws IOException {
        String here = call.replaceFirst("^curl ", "curl --fail-with-body ")
                .replace(ADDRESS, "127.0.0.1:" + gateway.at("/").getPort())
                .replace("\"deadline_ms\":200", "\"deadline_ms\":20000");
        return new ProcessBuilder("bash", "-c", "exec " + here)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
