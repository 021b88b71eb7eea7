package io.sealstream.sealer;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ConnectionOptions;
import io.sealstream.command.ConnectionSettings;
import io.sealstream.command.ExitCode;
import io.sealstream.command.PublicFile;
import io.sealstream.command.SealstreamCommand;
import io.sealstream.core.control.Certification;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.PublicKeyLine;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.reader.GenesisReader;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a ledger: its topics and its genesis. */
@Command(
        name = "init",
        description = "Makes a ledger: its three topics and its genesis. Nothing in the genesis can be changed later.",
        exitCodeList = {"0:the ledger was made", "2:wrong arguments", "5:it was not made: the line says why"},
        footer = {
            "  sealstream keygen --out root --name root-1",
            "  sealstream init --ledger payments --bootstrap-server localhost:9092 --root-key root.pub",
            "  sealstream init --ledger audit --bootstrap-server broker:9092 --root-key root.pub \\",
            "      --origin example.com/audit --checkpoint-key checkpoint.pub --replication-factor 3"
        })
final class InitCommand extends SealstreamCommand {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--ledger", required = true, paramLabel = "NAME", description = "The ledger's name.")
    private String ledger = "";

    @Option(
            names = "--root-key",
            required = true,
            paramLabel = "FILE",
            description =
                    "Public key file of a root key, which adds and revokes the others. May be given several times.")
    private List<Path> rootKeys = List.of();

    @Option(
            names = "--checkpoint-key",
            paramLabel = "FILE",
            description = "Public key file (Ed25519) of whoever signs checkpoints.")
    private @Nullable Path checkpointKey;

    @Option(
            names = "--origin",
            paramLabel = "NAME",
            description = "The name that checkpoints carry; by default the ledger's name.")
    private @Nullable String origin;

    @Option(
            names = "--certification",
            paramLabel = "required|recorded|none",
            description = "What is asked of certificates (by default required).")
    private Certification certification = Certification.REQUIRED;

    @Option(
            names = "--hash",
            paramLabel = "SHA-256|BLAKE3",
            converter = ChainHashChoice.class,
            completionCandidates = ChainHashChoice.class,
            description = "What links the chain (by default SHA-256; the Merkle tree is SHA-256 with either).")
    private HashAlgorithm hash = HashAlgorithm.SHA_256;

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            description = "Of the topics; by default what the brokers have as theirs.")
    private short replicationFactor = -1;

    @Option(
            names = "--if-not-exists",
            description = "Where the ledger is there already, leave it as it is and end with 0.")
    private boolean ifNotExists;

    @Override
    protected ExitCode run() throws Exception {
        LedgerTopicNames names = names();
        ConnectionSettings settings = connection.connection();
        GenesisSettings genesis = new GenesisSettings(
                origin == null ? ledger : origin,
                hash,
                certification,
                rootKeys.stream().map(file -> read("--root-key", file)).toList(),
                checkpointKey == null ? null : checkpointKey(checkpointKey));
        Optional<SealedEvent> existing = ifNotExists ? existing(names, settings) : Optional.empty();
        SealedEvent sealed = existing.isPresent()
                ? existing.get()
                : new LedgerInit(names, settings, genesis, replicationFactor).run();
        out().println("ledger     " + ledger);
        out().println("ledger id  " + sealed.eventHash());
        out().println("topics     " + names.intake() + ", " + names.sealed() + ", " + names.rejected());
        err().println("next: sealstream sealer --ledger " + ledger + " --bootstrap-server "
                + settings.bootstrapServers());
        return ExitCode.OK;
    }

    private static Optional<SealedEvent> existing(LedgerTopicNames names, ConnectionSettings settings)
            throws LedgerUnreadableException {
        KafkaConnection kafka = new KafkaConnection(settings.clientProperties());
        try {
            return GenesisReader.read(kafka, names, settings.timeout()) instanceof GenesisReader.Found found
                    ? Optional.of(found.record())
                    : Optional.empty();
        } catch (LedgerUnreadableException e) {
            if (e.reason() == LedgerUnreadableException.Reason.MISSING) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private LedgerTopicNames names() {
        try {
            return new LedgerTopicNames(ledger);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--ledger: " + e.getMessage());
        }
    }

    private static PublicKey checkpointKey(Path file) {
        PublicKey key = read("--checkpoint-key", file).publicKey();
        if (key.algorithm() != SignatureAlgorithm.ED25519) {
            throw CommandFailure.usage(
                    "--checkpoint-key " + file + " is " + key.algorithm().jsonName() + "; checkpoints need Ed25519");
        }
        return key;
    }

    private static NamedPublicKey read(String option, Path file) {
        return PublicFile.read(option, file, PublicKeyLine::parse);
    }
}
