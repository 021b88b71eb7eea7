package io.sealstream.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One of Sealstream's commands in a JVM of its own, on this program's class path. */
final class CommandProcess {
    private static final List<String> JVM_OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Dsun.misc.unsafe.memory.access=allow",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1");

    private final Path log;
    private final Process process;

    private CommandProcess(Path log, Process process) {
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
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(log.toFile())
                .redirectOutput(out.toFile())
                .start();
        process.getOutputStream().close();
        return new CommandProcess(log, process);
    }

    /** Runs a command to its end. */
    static Ended run(Class<?> main, Path logs, String name, List<String> arguments)
            throws IOException, InterruptedException {
        Path log = logs.resolve(name + ".err");
        Path out = logs.resolve(name + ".out");
        int exitCode = start(main, log, out, arguments).process.waitFor();
        return new Ended(exitCode, Files.readString(out, StandardCharsets.UTF_8), log);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    Path log() {
        return log;
    }

    /** Asks it to end as an operator would, and waits. */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }
}
