package io.sealstream.reader;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.schema.LedgerJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** A ledger in a file, whoever reads it. */
abstract class FileLedgerContract extends LedgerReaderContract {
    @TempDir
    Path directory;

    final Path file() {
        return directory.resolve("export.jsonl");
    }

    @Override
    void createLedger() throws IOException {
        Files.createFile(file());
    }

    @Override
    void append(List<SealedEvent> events) throws IOException {
        List<String> lines = events.stream().map(LedgerJson::write).toList();
        Files.write(file(), lines, StandardOpenOption.APPEND);
    }

    @Override
    void appendGarbage() throws IOException {
        Files.writeString(file(), "{\"sequence\":2,\n", StandardOpenOption.APPEND);
    }
}
