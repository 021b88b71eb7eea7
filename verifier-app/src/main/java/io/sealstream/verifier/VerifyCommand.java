package io.sealstream.verifier;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ConfigLayers;
import io.sealstream.command.Configured;
import io.sealstream.command.ExitCode;
import io.sealstream.command.LayeredConfig;
import io.sealstream.command.OneLine;
import io.sealstream.command.Progress;
import io.sealstream.command.SealstreamCommand;
import io.sealstream.command.files.WholeFile;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.verify.Verdict;
import io.sealstream.reader.SignatureProviderKey;
import io.sealstream.verifier.report.Report;
import io.sealstream.verifier.report.ReportFormat;
import io.sealstream.verifier.run.Asked;
import io.sealstream.verifier.run.FileSource;
import io.sealstream.verifier.run.LedgerSource;
import io.sealstream.verifier.run.RunListener;
import io.sealstream.verifier.run.TopicSource;
import io.sealstream.verifier.run.VerificationRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigDef;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Replays a ledger and says whether it is whole. */
@Command(
        name = "verify",
        description = {
            "Replay a ledger, from its topics or from an export, and say whether it is whole. The report goes to standard "
                    + "output, all else to standard error.",
            "The end is the topic's as it was when the run began. Where nothing comes for as long as --timeout says, the run "
                    + "is INCOMPLETE; while records come, it takes as long as it takes."
        },
        exitCodeList = {
            "0:VERIFIED. Every rule holds up to the end as it was when the run began.",
            "2:Wrong arguments.",
            "3:INCOMPLETE. The end was not reached, or something could not be judged. No fault was found.",
            "4:UNANCHORED. No trusted checkpoint, where one was required; or the one that was given was refused, or is "
                    + "unauthenticated and disagrees.",
            "5:ERROR. The ledger could not be read at all, or a file could not be written.",
            "10:TAMPERED. At least one fault."
        },
        footer = {
            "  sealstream verify --ledger payments --bootstrap-server localhost:9092 \\",
            "      --checkpoint last.checkpoint --write-checkpoint last.checkpoint --checkpoint-key checkpoint.pem",
            "  sealstream verify --file payments.jsonl --format junit --report verify.xml"
        })
final class VerifyCommand extends SealstreamCommand implements Configured {
    @Mixin
    private final LedgerOptions ledger = new LedgerOptions();

    @Mixin
    private final FileOption export = new FileOption();

    @Mixin
    private final CheckpointOptions checkpoints = new CheckpointOptions();

    @Mixin
    private final SignatureOptions signatures = new SignatureOptions();

    @Option(
            names = "--intake",
            paramLabel = "audit|skip",
            defaultValue = "audit",
            description =
                    "Whether the intake and the rejected topic are read too, to see that every intake record has one "
                            + "outcome (${DEFAULT-VALUE}).")
    private IntakeChoice intake = IntakeChoice.AUDIT;

    @Mixin
    private final ReadersOption readers = new ReadersOption();

    @Option(
            names = "--format",
            paramLabel = "text|json|jsonl|junit|sarif",
            defaultValue = "text",
            description =
                    "Of the report (${DEFAULT-VALUE}). jsonl tells status and faults while they come, and the report "
                            + "last; junit and sarif are for what shows test results and findings.")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write the report to this file too, whatever the verdict.")
    private @Nullable Path reportFile;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "Keep here what the next run needs, and go on where the last one ended: only what is new is read. "
                            + "The intake is audited only by a run that reads the whole.")
    private @Nullable Path state;

    private @Nullable Throwable unforeseen;

    private enum IntakeChoice {
        AUDIT,
        SKIP
    }

    @Override
    protected ExitCode run() throws IOException {
        Optional.ofNullable(reportFile).ifPresent(file -> WholeFile.requirePlace("--report", file));
        Optional<Path> file = export.file(spec());
        int many = readers.count();
        LayeredConfig config = file.isPresent() ? ofFile() : ledger.load(layers());
        VerificationRun run = new VerificationRun(
                file.<LedgerSource>map(export -> new FileSource(export, many)).orElseGet(() -> topic(config, many)),
                asked(SignatureProviderKey.schemes(config.settings())),
                records -> Progress.start(err(), "Verifying", records));
        try (StopOnSignal signal = new StopOnSignal(run.stop());
                ReportSink sink = new ReportSink(out(), err(), reportFile)) {
            Report report = report(run, sink);
            ExitCode code = signal.endWith(deliver(report, sink));
            if (report.verdict() == Verdict.ERROR) {
                throw new CommandFailure(code, OneLine.of(String.join("; ", report.reasons())), unforeseen);
            }
            return code;
        }
    }

    private Report report(VerificationRun run, ReportSink sink) {
        if (format != ReportFormat.JSONL) {
            return report(run, RunListener.NONE);
        }
        try (LiveLines lines = new LiveLines(sink)) {
            return report(run, lines);
        }
    }

    /** There is a report in any case: who waits for its file learns from it what happened. */
    private Report report(VerificationRun run, RunListener listener) {
        try {
            return run.run(listener);
        } catch (RuntimeException | Error e) {
            unforeseen = e;
            return run.brokenOff(e);
        }
    }

    private ExitCode deliver(Report report, ReportSink sink) {
        sink.append(format.show(report, colours()), format.render(report));
        Optional<IOException> lost = sink.complete();
        lost.ifPresent(e -> err().println(spec().qualifiedName() + ": --report=" + reportFile + " was not written: "
                + OneLine.of(e.toString())));
        boolean isShown = !out().checkError();
        if (!isShown) {
            err().println(spec().qualifiedName() + ": standard output could not be written; write it elsewhere");
        }
        return Verdicts.exitCode(report.verdict(), lost.isEmpty() && isShown);
    }

    @Override
    public ConfigLayers layers() {
        return signatures.over(ledger.layers(SignatureProviderKey::define));
    }

    /** An export asks for no broker and no file of configuration. */
    private LayeredConfig ofFile() {
        return signatures
                .over(new ConfigLayers(SignatureProviderKey.define(new ConfigDef())).environment(System.getenv()))
                .load();
    }

    private TopicSource topic(LayeredConfig config, int many) {
        LedgerAddress address = ledger.address(config);
        return new TopicSource(
                address.connection(), address.names(), address.patience(), intake == IntakeChoice.AUDIT, many);
    }

    private Asked asked(SignatureSchemes schemes) {
        return new Asked(
                checkpoints.claim(),
                checkpoints.isRequired(),
                checkpoints.target(),
                signatures.areVerified(),
                schemes,
                state);
    }
}
