package io.sealstream.verifier.export;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.schema.LedgerJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/**
 * Writes records as lines. Those that an earlier export has written are passed over, and the last of them must be the same
 * again.
 */
public final class LedgerExport implements Consumer<LedgerRecord> {
    private final LineSink sink;
    private long records;

    public LedgerExport(LineSink sink) {
        this.sink = sink;
    }

    /** @throws CommandFailure where the record has no JSON form, or is not the one that was exported before */
    @Override
    public void accept(LedgerRecord record) {
        switch (record.content()) {
            case LedgerRecord.Decoded(SealedEvent event) -> accept(event);
            case LedgerRecord.Undecodable(String reason) ->
                throw refused(record, "it cannot be decoded (" + reason + ")");
            case LedgerRecord.Tombstone() -> throw refused(record, "it is a tombstone");
        }
    }

    /**
     * Ends the export.
     *
     * @return how many records it has
     * @throws CommandFailure where there are fewer than an earlier export has seen
     */
    public long finish() throws IOException {
        if (records < sink.linesBefore()) {
            throw failure(sink.name() + " has " + sink.linesBefore() + " records, and the topic only " + records
                    + ": it was cut, or is another ledger's; verify both");
        }
        if (records == 0) {
            throw failure("the topic has no record to export; check the ledger's name");
        }
        sink.finish();
        return records;
    }

    private void accept(SealedEvent event) {
        records++;
        if (records > sink.linesBefore()) {
            append(LedgerJson.write(event));
        } else if (records == sink.linesBefore() && !LedgerJson.write(event).equals(sink.lastLineBefore())) {
            throw failure("line " + records + " of " + sink.name() + " is not what the topic has there, sequence "
                    + event.sequence() + ": it is of another ledger, or one of them was changed; verify both");
        }
    }

    private void append(String line) {
        try {
            sink.append(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CommandFailure refused(LedgerRecord record, String why) {
        return failure("the record at offset " + record.offset() + " has no JSON form: " + why + "; " + records
                + " records before it were exported to " + sink.name() + "; find out more with: sealstream verify");
    }

    private static CommandFailure failure(String message) {
        return new CommandFailure(ExitCode.ERROR, message);
    }
}
