package io.sealstream.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Jazzer in a process of its own, on one parser: inputs are kept where they reach code that none reached before, and
 * changed further.
 *
 * @param directory with {@code samples}, {@code corpus}, {@code log.txt}, and what was found
 */
record FuzzRun(Parser parser, Path directory) {
    private static final String SECONDS = System.getProperty("fuzz.seconds", "60");
    private static final String SEED = System.getProperty("fuzz.seed", "20260101");
    private static final String JVM_FLAGS = System.getProperty("fuzz.jvm.flags", "");
    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs in (\\d+) second");
    private static final Pattern COVERAGE = Pattern.compile("DONE +cov: (\\d+)");

    /** @return the exit code: 0 where nothing was found */
    int run() throws IOException, InterruptedException {
        Path samples = Files.createDirectories(directory.resolve("samples"));
        Files.createDirectories(directory.resolve("corpus"));
        for (int i = 0; i < parser.samples().size(); i++) {
            Files.write(samples.resolve("sample-" + i), parser.samples().get(i));
        }
        return new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start()
                .waitFor();
    }

    private List<String> command() {
        Stream<String> jvm = Stream.concat(
                Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g"),
                Stream.of(JVM_FLAGS.split(" ")));
        Stream<String> jazzer = Stream.of(
                "-XX:+EnableDynamicAgentLoading",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzTarget.class.getName(),
                "--target_args=" + parser.name(),
                "--instrumentation_includes=io.sealstream.**",
                // Jazzer's own detectors, of SQL injection and the like, have nothing to find here.
                "--custom_hook_excludes=**",
                "--reproducer_path=" + directory,
                "-artifact_prefix=" + directory + File.separator,
                "-max_total_time=" + SECONDS,
                "-timeout=10",
                "-seed=" + SEED,
                directory.resolve("corpus").toString(),
                directory.resolve("samples").toString());
        return Stream.concat(jvm, jazzer)
                .filter(argument -> !argument.isEmpty())
                .toList();
    }

    Path log() {
        return directory.resolve("log.txt");
    }

    /** A row of the table in docs/quality.md: parser, executions, seconds, branches reached. */
    String figures() throws IOException {
        String log = Files.readString(log());
        MatchResult done = last(DONE, log);
        return "| %s | %,d | %s | %s |%n"
                .formatted(
                        parser.name(),
                        Long.parseLong(done.group(1)),
                        done.group(2),
                        last(COVERAGE, log).group(1));
    }

    private MatchResult last(Pattern pattern, String log) {
        return pattern.matcher(log)
                .results()
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError(log() + " has no line with " + pattern));
    }
}
