package io.sealstream.verifier;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.command.OneLine;
import io.sealstream.command.SealstreamCommand;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.reader.CommittedRecords;
import io.sealstream.reader.FileLedgerReader;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.ReadResult;
import io.sealstream.reader.SealedRecordDecoder;
import io.sealstream.verifier.show.RecordView;
import io.sealstream.verifier.show.Wanted;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one record. */
@Command(
        name = "show",
        description =
                "Show one record, from the topic or from an export: its JSON form, its payload in readable form where "
                        + "it has one, and whether its own hashes are right. The first one that fits is shown.",
        exitCodeList = {
            "0:The record is shown.",
            "2:Wrong arguments.",
            "5:There is no such record, or nothing could be read."
        },
        footer = {
            "  sealstream show 16 --ledger payments --bootstrap-server localhost:9092",
            "  sealstream show --event-id order-4711 --file payments.jsonl"
        })
final class ShowCommand extends SealstreamCommand {
    @ArgGroup(multiplicity = "1")
    private Choice choice = new Choice();

    @Mixin
    private final LedgerOptions ledger = new LedgerOptions();

    @Mixin
    private final FileOption export = new FileOption();

    private static final class Choice {
        @Parameters(index = "0", paramLabel = "SEQUENCE", description = "The record's sequence, from 0.")
        private @Nullable Long sequence;

        @Option(names = "--event-id", paramLabel = "ID", description = "The event_id in the record.")
        private @Nullable String eventId;

        Wanted wanted() {
            if (eventId != null) {
                return new Wanted.ByEventId(new EventId(eventId));
            }
            if (sequence == null || sequence < 0) {
                throw CommandFailure.usage("SEQUENCE=" + sequence + " is not allowed: it is 0 or more");
            }
            return new Wanted.BySequence(new Sequence(sequence));
        }
    }

    @Override
    protected ExitCode run() {
        Wanted wanted = choice.wanted();
        Optional<Path> file = export.file(spec());
        try {
            if (file.isPresent()) {
                show(find(file.get(), wanted), wanted, file.get().toString(), "line");
            } else {
                LedgerAddress address = ledger.address();
                show(find(address, wanted), wanted, address.names().sealed(), "offset");
            }
            return ExitCode.OK;
        } catch (LedgerUnreadableException e) {
            throw new CommandFailure(ExitCode.ERROR, String.valueOf(e.getMessage()), e);
        }
    }

    private static Optional<LedgerRecord> find(LedgerAddress address, Wanted wanted) throws LedgerUnreadableException {
        SealedRecordDecoder decoder = new SealedRecordDecoder();
        try (CommittedRecords records = address.records()) {
            return records.find(record -> wanted.is(decoder.decode(record)), wanted.likelyOffset())
                    .map(decoder::decode);
        }
    }

    private static Optional<LedgerRecord> find(Path file, Wanted wanted) throws LedgerUnreadableException {
        AtomicReference<@Nullable LedgerRecord> found = new AtomicReference<>();
        try (FileLedgerReader reader = FileLedgerReader.open(file)) {
            ReadResult read = reader.read(record -> {
                if (wanted.is(record)) {
                    found.compareAndSet(null, record);
                }
            });
            if (found.get() == null && read instanceof ReadResult.Incomplete(String reason)) {
                throw new CommandFailure(ExitCode.ERROR, reason);
            }
        }
        return Optional.ofNullable(found.get());
    }

    private void show(Optional<LedgerRecord> found, Wanted wanted, String source, String unit) {
        LedgerRecord record = found.orElseThrow(
                () -> new CommandFailure(ExitCode.ERROR, "there is no record with " + wanted + " in " + source));
        out().print(RecordView.render(record, unit));
        if (record.content() instanceof LedgerRecord.Decoded(SealedEvent event) && !RecordView.isHashRight(event)) {
            err().println(OneLine.of("its event_hash is not the hash of what the record holds: it was tampered with"));
        }
    }
}
