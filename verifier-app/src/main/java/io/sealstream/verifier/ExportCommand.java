package io.sealstream.verifier;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.command.Progress;
import io.sealstream.command.SealstreamCommand;
import io.sealstream.command.files.WholeFile;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.ReadResult;
import io.sealstream.reader.TopicLedgerReader;
import io.sealstream.verifier.export.ExportFile;
import io.sealstream.verifier.export.LedgerExport;
import io.sealstream.verifier.export.LineSink;
import io.sealstream.verifier.export.StreamSink;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies a ledger into a file that needs no Kafka and no Avro. */
@Command(
        name = "export",
        description =
                "Copy a ledger into a file of JSON Lines, as docs/format.md has them, up to the end as it is now. Run "
                        + "again, it goes on where it stopped, or adds what has come since. It judges nothing: sealstream verify "
                        + "--file does.",
        exitCodeList = {
            "0:The file has every record.",
            "2:Wrong arguments.",
            "5:The end was not reached, a record has no JSON form, or the file is of another ledger. What was written is kept."
        },
        footer = "  sealstream export --ledger payments --bootstrap-server localhost:9092 --out payments.jsonl")
final class ExportCommand extends SealstreamCommand {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Mixin
    private final LedgerOptions ledger = new LedgerOptions();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description =
                    "Where to: a file, which has the suffix .part until it is complete for the first time, or - for "
                            + "standard output.")
    private Path out = STANDARD_OUTPUT;

    @Override
    protected ExitCode run() throws IOException {
        LedgerAddress address = ledger.address();
        if (!out.equals(STANDARD_OUTPUT)) {
            WholeFile.requirePlace("--out", out);
        }
        try (TopicLedgerReader reader =
                        TopicLedgerReader.open(address.connection(), address.names(), address.patience());
                LineSink sink = out.equals(STANDARD_OUTPUT) ? new StreamSink(out()) : ExportFile.open(out)) {
            LedgerExport export = new LedgerExport(sink);
            if (read(reader, export) instanceof ReadResult.Incomplete(String reason)) {
                throw new CommandFailure(
                        ExitCode.ERROR, reason + "; what came before is in " + sink.name() + ", run it again to go on");
            }
            long records = export.finish();
            err().println(records + " records are in " + (out.equals(STANDARD_OUTPUT) ? sink.name() : out));
            return ExitCode.OK;
        } catch (LedgerUnreadableException e) {
            throw new CommandFailure(ExitCode.ERROR, String.valueOf(e.getMessage()), e);
        }
    }

    private ReadResult read(TopicLedgerReader reader, LedgerExport export) throws LedgerUnreadableException {
        long offsets = reader.range().end() - reader.range().start();
        try (Progress progress = Progress.start(err(), "Exporting", offsets)) {
            return reader.read((LedgerRecord record) -> {
                export.accept(record);
                progress.add(1);
            });
        }
    }
}
