package io.sealstream.benchmarks;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.CommandRunner;
import io.sealstream.command.ExitCode;
import io.sealstream.command.SealstreamCommand;
import io.sealstream.kafka.local.LocalBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code bench}. */
@Command(
        name = "bench",
        description =
                "Measures how fast events are sealed and ledgers verified, beside floors of the same run: what Kafka"
                        + " does on this machine when nothing is sealed. On a broker of its own, or on yours.",
        exitCodeList = {"0:everything was measured", "2:wrong arguments", "5:something failed: the line says what"},
        footer = {
            "  sealstream bench --quick",
            "  sealstream bench --plot latency.svg --format json",
            "  sealstream bench --only copy.eos,seal.recorded --runs 5",
            "  sealstream bench --bootstrap-server broker:9092 --command-config client.properties"
        })
public final class BenchCommand extends SealstreamCommand {
    private static final int MOST_RUNS = 100;

    private enum Format {
        TEXT,
        JSON
    }

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            description =
                    "Measure on these brokers. Ledgers are made there, and deleted again; by default, one broker runs"
                            + " in this process.")
    private @Nullable String bootstrapServer;

    @Option(
            names = "--command-config",
            paramLabel = "FILE",
            description = "Properties for the Kafka clients, as Kafka's own tools take them: security, for example.")
    private @Nullable Path commandConfig;

    @Option(names = "--quick", description = "One run of less: within three minutes on two cores.")
    private boolean quick;

    @Option(
            names = "--only",
            paramLabel = "NAME[,NAME...]",
            split = ",",
            description = "Only these figures, and those that are measured with them.")
    private Set<String> only = Set.of();

    @Option(
            names = "--runs",
            paramLabel = "N",
            description = "How often all of it is measured; medians count (by default 3, with --quick 1).")
    private @Nullable Integer runs;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "Of the results (${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Option(names = "--plot", paramLabel = "FILE", description = "Write the curve of latency to this file, as SVG.")
    private @Nullable Path plot;

    /** The program: {@code bench} is its only command. */
    @Command(name = "sealstream", subcommands = BenchCommand.class)
    private static final class Program {}

    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs a command to its exit code. */
    static int run(String... args) {
        return CommandRunner.run(new Program(), args);
    }

    @Override
    protected ExitCode run() throws Exception {
        Scale scale = quick ? Scale.QUICK : Scale.FULL;
        Suite suite = Suite.of(scale);
        requireKnown(suite);
        int times = times();
        Path directory = Files.createTempDirectory("sealstream-bench-");
        Results results;
        if (bootstrapServer != null) {
            results = measure(suite, times, Cluster.at(bootstrapServer, commandConfig), directory, scale);
        } else {
            try (LocalBroker broker = LocalBroker.start(directory.resolve("broker"))) {
                results = measure(suite, times, Cluster.of(broker), directory, scale);
            }
        }
        Utils.delete(directory.toFile());
        show(results, scale);
        return ExitCode.OK;
    }

    private void requireKnown(Suite suite) {
        List<String> names = suite.figures().stream().map(Figure::name).toList();
        only.stream().filter(name -> !names.contains(name)).findFirst().ifPresent(name -> {
            throw CommandFailure.usage("--only=" + name + " is not allowed: " + String.join(", ", names));
        });
    }

    private int times() {
        int times = runs == null ? quick ? 1 : 3 : runs;
        if (times < 1 || times > MOST_RUNS) {
            throw CommandFailure.usage("--runs=" + times + " is not allowed: 1 to " + MOST_RUNS);
        }
        return times;
    }

    private Results measure(Suite suite, int times, Cluster cluster, Path directory, Scale scale) throws Exception {
        Set<String> wanted = suite.withFloors(only);
        List<Measurement> measurements = suite.measuring(wanted);
        Results results = new Results(suite.figures());
        try (Bench bench = new Bench(cluster, directory, scale, wanted, err())) {
            for (int run = 1; run <= times; run++) {
                for (Measurement measurement : measurements) {
                    String names = measurement.figures().stream()
                            .map(Figure::name)
                            .filter(wanted::contains)
                            .collect(Collectors.joining(", "));
                    err().printf(Locale.ROOT, "run %d of %d: %s%n", run, times, names);
                    results.add(measurement.run(bench));
                }
            }
        } catch (IOException | TopicException e) {
            throw new CommandFailure(ExitCode.ERROR, e.getMessage() + "; logs are in " + directory, e);
        }
        return results;
    }

    private void show(Results results, Scale scale) throws IOException {
        Machine machine = Machine.here();
        out().print(format == Format.JSON ? JsonResults.of(machine, results) : Table.of(machine, results));
        if (plot != null) {
            Files.writeString(plot, new LatencyPlot(results, scale.rates()).svg());
        }
    }
}
