package io.sealstream.soak;

import com.fasterxml.jackson.databind.JsonNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import io.sealstream.soak.check.Evidence;
import io.sealstream.soak.check.Evidence.Recovery;
import io.sealstream.soak.check.Evidence.Report;
import io.sealstream.soak.check.HistoryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Gathers what a run has left behind, once nobody seals any more. */
record Remains(SoakLedger ledger, Path history, Path export) {
    /** Longer than a busy machine makes a broker rest. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Where not all can be read, the checker cannot be asked; then it fails with what is known without. */
    Evidence gather(List<Recovery> recoveries, Duration bound) throws InterruptedException {
        try {
            return evidence(recoveries, bound);
        } catch (IOException | AssertionError e) {
            List<String> stuck = recoveries.stream()
                    .filter(each -> each.took().compareTo(bound) > 0)
                    .map(Recovery::fault)
                    .toList();
            throw new AssertionError(
                    "what the run left behind cannot be read; of its " + recoveries.size()
                            + " faults, sealing did not go on in time after " + stuck + "; " + e.getMessage(),
                    e);
        }
    }

    private Evidence evidence(List<Recovery> recoveries, Duration bound) throws IOException, InterruptedException {
        LedgerTopics topics = new LedgerTopics(ledger, PATIENCE);
        return new Evidence(
                HistoryReader.read(history),
                SoakLedger.PREPARATION,
                topics.intake(),
                topics.sealed(),
                topics.rejected(),
                exported(),
                report(ledger.verify()),
                recoveries,
                bound);
    }

    private List<String> exported() throws IOException, InterruptedException {
        ledger.export(export);
        return Files.readAllLines(export);
    }

    private static Report report(Path file) throws IOException {
        try {
            JsonNode json = StrictJson.object(Bytes.wrap(Files.readAllBytes(file)));
            return new Report(
                    json.required("verdict").asText(),
                    json.required("size").asLong(-1),
                    json.required("head").asText(),
                    json.required("root").asText());
        } catch (InvalidJsonException e) {
            throw new AssertionError("the verifier's report is no JSON: see " + file, e);
        }
    }
}
