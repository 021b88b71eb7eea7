package io.sealstream.client;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.command.PublicFile;
import io.sealstream.command.SealstreamCommand;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.event.PublicKeyLine;
import io.sealstream.core.key.NamedPublicKey;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "add",
        description = "Makes a key known to a ledger. Its id and the key itself are used up by that for ever.",
        exitCodeList = {
            "0:sealed",
            "2:wrong arguments",
            "3:the outcome is unknown",
            "5:no broker, no topic, no permission",
            "6:rejected"
        },
        footer = {
            "  sealstream key add --ledger payments --bootstrap-server localhost:9092 \\",
            "      --root-key root.pem --public-key till-7.pub --event-types payment.,refund."
        })
final class KeyAddCommand extends SealstreamCommand {
    @Mixin
    private ControlOptions control = new ControlOptions();

    @Option(
            names = "--public-key",
            required = true,
            paramLabel = "FILE",
            description = "The key, as keygen wrote it (.pub).")
    private Path publicKey = Path.of("");

    @Option(
            names = "--role",
            defaultValue = "producer",
            paramLabel = "ROLE",
            description = "producer: certifies events. root: certifies changes of keys, and no events. (By default"
                    + " producer.)")
    private KeyRole role = KeyRole.PRODUCER;

    @Option(
            names = "--event-types",
            split = ",",
            paramLabel = "PREFIX",
            description = "What a producer may certify: event types that begin with one of these (by default all).")
    private List<String> eventTypes = List.of();

    @Override
    protected ExitCode run() throws Exception {
        NamedPublicKey key = PublicFile.read("--public-key", publicKey, PublicKeyLine::parse);
        Sequence sequence = control.submit(change(key));
        out().println("Sealed at sequence " + sequence + ": " + key.keyId() + " is a " + role.jsonName()
                + " from sequence " + sequence.next() + " on.");
        return ExitCode.OK;
    }

    private KeyAdded change(NamedPublicKey key) {
        try {
            return new KeyAdded(key.keyId(), key.publicKey(), role, eventTypes);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--event-types " + String.join(",", eventTypes) + " with --role "
                    + role.jsonName() + " is not allowed: " + e.getMessage());
        }
    }
}
