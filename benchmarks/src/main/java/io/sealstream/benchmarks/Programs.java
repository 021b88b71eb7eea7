package io.sealstream.benchmarks;

import io.sealstream.kafka.local.ChildProcess;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Programs that are measured, each in a JVM of its own, as a user starts it. */
final class Programs {
    private Programs() {}

    /** @param directory gets {@code out} and {@code err} */
    static ChildProcess start(Class<?> main, Path directory, List<String> arguments) throws IOException {
        return ChildProcess.startJava(List.of(), main, arguments, directory.resolve("out"), directory.resolve("err"));
    }

    /**
     * Runs a program to its end.
     *
     * @return what it wrote to standard output
     * @throws IOException where it did not end with 0: with what it said
     */
    static String run(Class<?> main, Path directory, List<String> jvmOptions, List<String> arguments)
            throws IOException, InterruptedException {
        Path out = directory.resolve("out");
        Path err = directory.resolve("err");
        try (ChildProcess program = ChildProcess.startJava(jvmOptions, main, arguments, out, err)) {
            int code = program.waitFor();
            if (code != 0) {
                throw new IOException(main.getSimpleName() + ' ' + arguments.getFirst() + " ended with exit code "
                        + code + ": " + Files.readString(err).strip());
            }
            return Files.readString(out);
        }
    }

    /** Writes what a program takes as a file. */
    static Path properties(Map<String, ?> settings, Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(settings);
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        return file;
    }
}
