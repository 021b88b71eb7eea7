package io.sealstream.verifier;

import io.sealstream.command.CommandFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** An export in place of the topics; a picocli mixin. */
final class FileOption {
    private static final List<String> OF_TOPICS =
            List.of("--ledger", "--bootstrap-server", "--config", "--command-config", "--intake", "--state");

    @Option(names = "--file", paramLabel = "FILE", description = "An export, in place of the ledger's topics.")
    private @Nullable Path file;

    /** Empty where the topics are meant. */
    Optional<Path> file(CommandSpec command) {
        if (file != null) {
            OF_TOPICS.stream()
                    .filter(command.commandLine().getParseResult()::hasMatchedOption)
                    .findFirst()
                    .ifPresent(option -> {
                        throw CommandFailure.usage("--file=" + file + " and " + option
                                + " exclude each other: name an export, or a ledger in Kafka");
                    });
        }
        return Optional.ofNullable(file);
    }
}
