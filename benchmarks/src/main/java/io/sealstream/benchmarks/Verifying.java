package io.sealstream.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import io.sealstream.verifier.VerifierCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How fast a ledger is verified, by the command that users run and as it says itself. */
final class Verifying {
    static final Figure TOPIC = Figure.rate("verify.topic", Consume.SEALED.name());

    /** Of a JVM that reads a ledger. */
    static final List<String> HEAP = List.of("-Xmx512m");

    private final Bench bench;
    private final BenchLedger ledger;

    Verifying(Bench bench, BenchLedger ledger) {
        this.bench = bench;
        this.ledger = ledger;
    }

    /** @return records a second */
    double topic() throws IOException, InterruptedException {
        return rate(ledger.command(VerifierCommand.class, HEAP, "verify", "--intake", "skip", "--format", "json"));
    }

    /** From an export, which is made for it, and is too large to be kept. */
    double file() throws IOException, InterruptedException {
        Path directory = bench.newDirectory("verify-file");
        Path export = directory.resolve("ledger.jsonl");
        ledger.command(VerifierCommand.class, HEAP, "export", "--out", export.toString());
        List<String> verify = List.of("verify", "--file", export.toString(), "--format", "json");
        double rate = rate(Programs.run(VerifierCommand.class, directory, HEAP, verify));
        Files.delete(export);
        return rate;
    }

    private static double rate(String report) throws IOException {
        try {
            ObjectNode json = StrictJson.object(report);
            if (json.path("verdict").asText().equals("VERIFIED")) {
                return json.path("records_per_second").asDouble();
            }
        } catch (InvalidJsonException e) {
            throw new IOException("verify gave no report: " + report, e);
        }
        throw new IOException("the ledger that was measured is not whole: " + report);
    }
}
