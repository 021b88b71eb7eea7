package io.sealstream.client;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.command.SealstreamCommand;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.KeyRevoked;
import io.sealstream.core.event.KeyIds;
import io.sealstream.core.key.KeyId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "revoke",
        description = "Ends a key's validity. What it certified up to then stays valid; it is never valid again.",
        exitCodeList = {
            "0:sealed",
            "2:wrong arguments",
            "3:the outcome is unknown",
            "5:no broker, no topic, no permission",
            "6:rejected"
        },
        footer = {
            "  sealstream key revoke --ledger payments --bootstrap-server localhost:9092 \\",
            "      --root-key root.pem --key-id till-7 --reason \"till stolen\""
        })
final class KeyRevokeCommand extends SealstreamCommand {
    @Mixin
    private ControlOptions control = new ControlOptions();

    @Option(names = "--key-id", required = true, paramLabel = "KEYID", description = "The key to revoke.")
    private String keyId = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why, for the record.")
    private String reason = "";

    @Override
    protected ExitCode run() throws Exception {
        Sequence sequence = control.submit(new KeyRevoked(checkedKeyId(), reason));
        out().println("Sealed at sequence " + sequence + ": " + keyId + " is valid up to there and no further.");
        return ExitCode.OK;
    }

    private KeyId checkedKeyId() {
        try {
            return KeyIds.checked(keyId);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--key-id " + keyId + " is not allowed: " + e.getMessage());
        }
    }
}
