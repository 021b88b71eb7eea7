package io.sealstream.verifier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.command.SealstreamCommand;
import io.sealstream.core.StrictJson;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.reader.CommittedRecords;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.SealedRecordDecoder;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows where a ledger ends. */
@Command(
        name = "head",
        description =
                "Show where a ledger ends: sequence and hash of its last committed record, when it was sealed, and how "
                        + "many records there are by that sequence. Only that record is read, and nothing is verified.",
        exitCodeList = {"0:The head is shown.", "2:Wrong arguments.", "5:There is no record, or nothing could be read."
        },
        footer = "  sealstream head --ledger payments --bootstrap-server localhost:9092 --format json")
final class HeadCommand extends SealstreamCommand {
    private enum Format {
        TEXT,
        JSON
    }

    @Mixin
    private final LedgerOptions ledger = new LedgerOptions();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "Of the output (${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Override
    protected ExitCode run() {
        LedgerAddress address = ledger.address();
        String topic = address.names().sealed();
        LedgerRecord last = last(address)
                .orElseThrow(() -> new CommandFailure(ExitCode.ERROR, topic + " has no record; was it initialised?"));
        if (!(last.content() instanceof LedgerRecord.Decoded(SealedEvent event))) {
            throw new CommandFailure(
                    ExitCode.ERROR,
                    "the last record of " + topic + ", at offset " + last.offset()
                            + ", is no sealed event; find out more with: sealstream verify");
        }
        out().print(format == Format.JSON ? json(event) : text(event));
        return ExitCode.OK;
    }

    private static Optional<LedgerRecord> last(LedgerAddress address) {
        try (CommittedRecords records = address.records()) {
            return records.last().map(new SealedRecordDecoder()::decode);
        } catch (LedgerUnreadableException e) {
            throw new CommandFailure(ExitCode.ERROR, String.valueOf(e.getMessage()), e);
        }
    }

    private static String json(SealedEvent event) {
        ObjectNode json = StrictJson.newObject();
        json.put("sequence", event.sequence().value());
        json.put("hash", event.eventHash().hex());
        json.put("sealed_at", event.sealedAtMs());
        json.put("size", event.sequence().next().value());
        return StrictJson.write(json) + '\n';
    }

    private static String text(SealedEvent event) {
        return String.format(
                "sequence   %s%nhash       %s%nsealed at  %s%nsize       %s%n",
                event.sequence(),
                event.eventHash().hex(),
                Instant.ofEpochMilli(event.sealedAtMs()),
                event.sequence().next());
    }
}
