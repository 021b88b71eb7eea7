package io.sealstream.client;

import io.sealstream.client.lines.BadLineException;
import io.sealstream.client.lines.EventLines;
import io.sealstream.client.lines.EventParser;
import io.sealstream.command.CommandFailure;
import io.sealstream.command.DurationConverter;
import io.sealstream.command.ExitCode;
import io.sealstream.command.OneLine;
import io.sealstream.command.Progress;
import io.sealstream.command.SealstreamCommand;
import io.sealstream.core.Bytes;
import io.sealstream.core.key.SigningKey;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "submit",
        description = {
            "Signs events, submits them to a ledger, and follows each to its outcome.",
            "",
            "An event is a JSON object on one line: event_id, event_type, occurred_at (RFC 3339 or milliseconds),"
                    + " seal_before, metadata (an object of strings), and one of payload (any JSON value, taken"
                    + " character for character), payload_base64, or payload_ref with payload_length and"
                    + " payload_commitment. Other members are refused. A file is checked whole before anything of it is"
                    + " sent; a stream is sent up to the first bad line.",
            "",
            "To submit the same events again is safe: what is in the ledger is a duplicate then. After the first"
                    + " unknown outcome nothing more is sent."
        },
        exitCodeList = {
            "0:every event is in the ledger: sealed now, or a duplicate",
            "2:wrong arguments, or a line that is no event",
            "3:an outcome is unknown; submit again",
            "5:no broker, no topic, no permission",
            "6:events were rejected"
        },
        footer = {
            "  sealstream submit --ledger payments --bootstrap-server localhost:9092 \\",
            "      --key till-7.pem --events events.jsonl --batch 64",
            "  tail -f events.jsonl | sealstream submit --ledger payments \\",
            "      --bootstrap-server localhost:9092 --key till-7.pem --events -"
        })
final class SubmitCommand extends SealstreamCommand {
    private static final int MAX_BATCH = 65_536;
    private static final int SALT_BYTES = 32;

    /** How the summary is written. */
    enum Format {
        TEXT,
        JSON
    }

    @Mixin
    private LedgerOptions ledger = new LedgerOptions();

    @Option(
            names = "--events",
            required = true,
            paramLabel = "FILE|-",
            description = "JSON Lines; - for standard input.")
    private String events = "";

    @ArgGroup(multiplicity = "1")
    private CertificateOptions certificates = new CertificateOptions();

    @Option(
            names = "--batch",
            defaultValue = "1",
            paramLabel = "N",
            description = "Events under one signature, 1 to 65536 (by default 1: one each).")
    private int batch = 1;

    @Option(
            names = "--salt",
            description = "Give inline payloads without a payload_salt a random one. They differ from run to run, so"
                    + " submitting again conflicts: to retry, write payload_salt into the lines.")
    private boolean salt;

    @Option(
            names = "--deadline",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Do not seal an event later than this after it was sent, such as 50ms (by default whenever).")
    private @Nullable Duration deadline;

    @Option(names = "--format", defaultValue = "text", paramLabel = "text|json", description = "Of the summary.")
    private Format format = Format.TEXT;

    @Override
    protected ExitCode run() throws Exception {
        if (batch < 1 || batch > MAX_BATCH) {
            throw CommandFailure.usage("--batch " + batch + " is not allowed: give 1 to " + MAX_BATCH);
        }
        EventParser parser = new EventParser(salts());
        EventInput input = new EventInput(events);
        SigningKey key = certificates.signingKey();
        long total = input.check(parser, err());
        try (LedgerClient client = ledger.open()) {
            return submit(client, CertificateOptions.signer(key, batch, client), input.open(parser), input, total);
        }
    }

    private ExitCode submit(LedgerClient client, EventSigner signer, EventLines lines, EventInput input, long total)
            throws Exception {
        Tally tally = new Tally();
        long begunNanos = System.nanoTime();
        String badLine;
        SubmissionRun run;
        try (lines;
                Progress progress = Progress.start(err(), "Submitting", total)) {
            run = new SubmissionRun(client, signer, batch, deadline, tally, progress);
            badLine = run(run, lines, input);
        }
        report(client, tally, input, notSent(run, tally, total), begunNanos);
        return ended(tally, badLine);
    }

    /** What is wrong with the line that ended it, or null. */
    private static @Nullable String run(SubmissionRun run, EventLines lines, EventInput input)
            throws IOException, InterruptedException {
        try {
            run.run(lines);
            return null;
        } catch (BadLineException e) {
            String before = run.held() == 0
                    ? "what came before it was submitted, and nothing behind it"
                    : "not submitted: the last of the events before it, " + run.held() + ", and all behind it";
            return input.at(lines.number()) + ": " + e.getMessage() + "; " + before;
        }
    }

    /** A bad line says nothing of what was submitted before it, so a failure or an unknown outcome goes first. */
    private ExitCode ended(Tally tally, @Nullable String badLine) throws Exception {
        if (badLine != null && !tally.isStuck()) {
            throw CommandFailure.usage(badLine);
        }
        if (badLine != null) {
            err().println(OneLine.of(badLine));
        }
        if (tally.failure() instanceof Exception failure) {
            throw failure;
        }
        return tally.exitCode();
    }

    private static @Nullable Long notSent(SubmissionRun run, Tally tally, long total) {
        if (total != Progress.UNKNOWN) {
            return Math.max(0, total - tally.counts().submitted());
        }
        return run.hasEnded() ? run.held() : null;
    }

    private void report(LedgerClient client, Tally tally, EventInput input, @Nullable Long notSent, long begunNanos) {
        SubmissionSummary summary = new SubmissionSummary(
                client.genesis().ledger(),
                client.ledgerId(),
                tally.counts(),
                notSent,
                Duration.ofNanos(System.nanoTime() - begunNanos));
        tally.problems()
                .forEach(problem -> err().println(OneLine.of(input.at(problem.line()) + ": " + problem.what())));
        out().println(format == Format.JSON ? summary.json() : summary.text());
    }

    private Supplier<Bytes> salts() {
        SecureRandom random = new SecureRandom();
        return salt ? () -> randomSalt(random) : () -> Bytes.EMPTY;
    }

    private static Bytes randomSalt(SecureRandom random) {
        byte[] bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }
}
