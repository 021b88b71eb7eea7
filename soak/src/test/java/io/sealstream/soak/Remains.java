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
    Evidence gather(List<Recovery> recoveries, Duration bound) throws IOException, InterruptedException {
        LedgerTopics topics = new LedgerTopics(ledger);
        ledger.export(export);
        return new Evidence(
                HistoryReader.read(history),
                SoakLedger.PREPARATION,
                topics.intake(),
                topics.sealed(),
                topics.rejected(),
                Files.readAllLines(export),
                report(ledger.verify()),
                recoveries,
                bound);
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
