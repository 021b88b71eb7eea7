package io.sealstream.reader;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.LedgerJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A small ledger without a fault: 40 records, keys added and revoked, single and batch certificates. */
public final class SampleLedger {
    private SampleLedger() {}

    /** Its records, each time anew. */
    public static List<SealedEvent> events() {
        return lines().stream().map(SampleLedger::parse).toList();
    }

    /** Its records in the JSON form. */
    public static List<String> lines() {
        try (InputStream in = SampleLedger.class.getResourceAsStream("valid.jsonl")) {
            if (in == null) {
                throw new IllegalStateException("valid.jsonl is not among the test resources");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SealedEvent parse(String line) {
        return switch (LedgerJson.read(Bytes.utf8(line))) {
            case Decoding.Decoded<SealedEvent>(SealedEvent event) -> event;
            case Decoding.Malformed<SealedEvent>(String reason) -> throw new IllegalStateException(reason);
        };
    }
}
