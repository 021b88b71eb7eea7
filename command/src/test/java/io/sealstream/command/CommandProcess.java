package io.sealstream.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command line as its users have it: a process of its own, with the classpath of the test and the logs of production. */
public final class CommandProcess {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Class<?> mainClass;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> jvmOptions = new ArrayList<>();
    private Path input = Path.of("/dev/null");

    /** What a process left behind. */
    public record Ended(int exitCode, String out, String err) {
        /** Standard error's lines. */
        public List<String> complaints() {
            return err.lines().toList();
        }
    }

    public CommandProcess(Class<?> mainClass) {
        this.mainClass = mainClass;
    }

    public CommandProcess with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** As SEALSTREAM_JAVA_OPTS has them. */
    public CommandProcess withJvmOption(String option) {
        jvmOptions.add(option);
        return this;
    }

    /** Gives the process a file as its standard input. */
    public CommandProcess reading(Path file) {
        input = file;
        return this;
    }

    /** Runs it to its end. */
    public Ended run(String... arguments) {
        try {
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            int exitCode = run(out, err, arguments);
            Ended ended = new Ended(exitCode, Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it with its output in files. Whoever does so has to end it. */
    public Process start(Path out, Path err, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(commandLine(arguments))
                .redirectInput(input.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .keySet()
                .removeIf(variable -> variable.startsWith("SEALSTREAM_")
                        || variable.equals("NO_COLOR")
                        || variable.equals("CLICOLOR_FORCE"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Runs it to its end with its output in files, and returns its exit code. */
    public int run(Path out, Path err, String... arguments) throws IOException {
        Process process = start(out, err, arguments);
        try {
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(String.join(" ", arguments) + " ran for more than " + LIMIT + "; it said: "
                        + Files.readString(err, StandardCharsets.UTF_8));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    private List<String> commandLine(String... arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty("java.class.path")));
        line.addAll(jvmOptions);
        line.add(mainClass.getName());
        line.addAll(List.of(arguments));
        return line;
    }
}
