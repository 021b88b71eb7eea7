package io.sealstream.demo;

import io.sealstream.kafka.local.ChildProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One of Sealstream's commands in a JVM of its own, on this program's class path. */
final class CommandProcess {
    /** Each runs for seconds: what takes long to pay off is left out. */
    private static final List<String> JVM_OPTIONS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Path log;
    private final ChildProcess process;

    private CommandProcess(Path log, ChildProcess process) {
        this.log = log;
        this.process = process;
    }

    /** What a command that has ended leaves. */
    record Ended(int exitCode, String output, Path log) {}

    /**
     * Starts a command.
     *
     * @param main the class that has it
     * @param log gets its standard error
     * @param out gets its standard output
     */
    static CommandProcess start(Class<?> main, Path log, Path out, List<String> arguments) throws IOException {
        return new CommandProcess(log, ChildProcess.startJava(JVM_OPTIONS, main, arguments, out, log));
    }

    /** Runs a command to its end. */
    static Ended run(Class<?> main, Path logs, String name, List<String> arguments)
            throws IOException, InterruptedException {
        Path log = logs.resolve(name + ".err");
        Path out = logs.resolve(name + ".out");
        try (ChildProcess process = start(main, log, out, arguments).process) {
            return new Ended(process.waitFor(), Files.readString(out, StandardCharsets.UTF_8), log);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Path log() {
        return log;
    }

    /** Asks it to end as an operator would, and waits. */
    int stop() throws InterruptedException {
        return process.stop();
    }
}
