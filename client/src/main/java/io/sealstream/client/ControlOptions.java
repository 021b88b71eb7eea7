package io.sealstream.client;

import io.sealstream.client.keys.PrivateKeyFile;
import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.key.SigningKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command needs that submits a control event; a picocli mixin. */
final class ControlOptions {
    @Mixin
    private LedgerOptions ledger = new LedgerOptions();

    @Option(
            names = "--root-key",
            required = true,
            paramLabel = "FILE",
            description = "Private key of a root of the ledger, which certifies the change.")
    private Path rootKey = Path.of("");

    /**
     * Certifies and submits {@code control}, and waits for the outcome.
     *
     * @return where it was sealed
     * @throws CommandFailure where it was rejected, or nobody can say
     */
    Sequence submit(ControlEvent control) throws IOException, InterruptedException, ExecutionException {
        SigningKey key = PrivateKeyFile.read("--root-key", rootKey);
        try (LedgerClient client = ledger.open()) {
            EventSigner signer = EventSigner.each(client.ledgerId(), key);
            return sealed(client.submit(signer.sign(event(control))).get());
        }
    }

    private static Event event(ControlEvent control) {
        return new Event(
                new EventId(UUID.randomUUID().toString()),
                control.eventType(),
                System.currentTimeMillis(),
                0,
                Payload.inline(control.toPayload()),
                Metadata.EMPTY);
    }

    private static Sequence sealed(SubmissionOutcome outcome) {
        return switch (outcome) {
            case SubmissionOutcome.Sealed sealed -> sealed.sequence();
            case SubmissionOutcome.Duplicate duplicate -> duplicate.original();
            case SubmissionOutcome.Rejected(var reason, var detail) ->
                throw new CommandFailure(ExitCode.REJECTED, "rejected, " + reason + ": " + detail);
            case SubmissionOutcome.Unknown(var detail) ->
                throw new CommandFailure(
                        ExitCode.INCOMPLETE,
                        "the outcome is unknown: " + detail + "; see that the sealer runs, and try again: where it was"
                                + " sealed, the second attempt is rejected and says so");
        };
    }
}
