package io.sealstream.benchmarks;

import io.sealstream.kafka.local.ChildProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The floor of sealing: Kafka Streams copying an intake exactly once, in a JVM of its own. It copies as many as are sealed,
 * so that both JVMs have as much to warm up on.
 */
final class CopyEos implements Measurement {
    static final Figure COPY = Figure.rate("copy.eos", null);

    @Override
    public List<Figure> figures() {
        return List.of(COPY);
    }

    @Override
    public Map<Figure, Double> run(Bench bench) throws Exception {
        WarmUp.ofBrokers(bench);
        String name = bench.newName("copy");
        String from = bench.topics().create(name + "-from");
        String to = bench.topics().create(name + "-to");
        int records = bench.scale().events();
        Load.repeat(bench, from, records);
        Path directory = bench.newDirectory("copy");
        Path client = Programs.properties(bench.client(Map.of()), directory.resolve("client.properties"));
        List<String> arguments = List.of(client.toString(), name, from, to, directory.toString());
        try (ChildProcess copy = Programs.start(CopyMain.class, directory, arguments)) {
            return Map.of(COPY, bench.topics().fillingRate(to, 0, records));
        } finally {
            bench.delete(name);
        }
    }
}
