package io.sealstream.demo;

import io.sealstream.client.ClientCommand;
import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.sealer.SealerCommand;
import io.sealstream.verifier.VerifierCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Sealstream's commands as the demo's user would type them; each is shown before it runs. */
final class Commands {
    private final DemoDirectory directory;
    private final Path logs;
    private final Narrator narrator;
    private int runs;

    Commands(DemoDirectory directory, Narrator narrator) throws IOException {
        this.directory = directory;
        this.logs = directory.directory("logs");
        this.narrator = narrator;
    }

    /** Runs a command that must succeed. */
    CommandProcess.Ended run(String... words) throws IOException, InterruptedException {
        return run(Set.of(ExitCode.OK), words);
    }

    CommandProcess.Ended run(Set<ExitCode> good, String... words) throws IOException, InterruptedException {
        narrator.command("./sealstream " + shown(words));
        CommandProcess.Ended ended = quietly(words);
        if (good.stream().noneMatch(code -> code.number() == ended.exitCode())) {
            throw new CommandFailure(
                    ExitCode.ERROR,
                    words[0] + " ended with exit code " + ended.exitCode() + ": "
                            + Files.readString(ended.log()).strip());
        }
        return ended;
    }

    /** Runs a command whose exit code the caller judges. */
    CommandProcess.Ended quietly(String... words) throws IOException, InterruptedException {
        return CommandProcess.run(mainOf(words[0]), logs, name(words[0]), List.of(words));
    }

    CommandProcess start(String... words) throws IOException {
        narrator.command("./sealstream " + shown(words) + " &");
        String name = name(words[0]);
        return CommandProcess.start(
                mainOf(words[0]), logs.resolve(name + ".err"), logs.resolve(name + ".out"), List.of(words));
    }

    /** As typed in the demo's directory, so that lines stay short. */
    private String shown(String... words) {
        return String.join(" ", words).replace(directory + "/", "");
    }

    private String name(String command) {
        return String.format("%02d-%s", ++runs, command);
    }

    private static Class<?> mainOf(String command) {
        return switch (command) {
            case "init", "sealer" -> SealerCommand.class;
            case "keygen", "key", "submit" -> ClientCommand.class;
            default -> VerifierCommand.class;
        };
    }
}
