package io.sealstream.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The floor of verification: a consumer that looks at nothing reads the very topic that is verified, in a JVM like the
 * verifier's.
 */
final class Consume {
    static final Figure SEALED = Figure.rate("consume", null);

    private Consume() {}

    /** @return records a second, as many as are in the topic now */
    static double rate(Bench bench, String topic) throws IOException, InterruptedException {
        Path directory = bench.newDirectory("consume");
        Path client = Programs.properties(bench.client(Map.of()), directory.resolve("client.properties"));
        List<String> arguments = List.of(topic, client.toString());
        // Its last line: a JVM that is told to record itself says so before.
        return Double.parseDouble(Programs.run(ConsumeMain.class, directory, Verifying.HEAP, arguments)
                .lines()
                .toList()
                .getLast());
    }
}
