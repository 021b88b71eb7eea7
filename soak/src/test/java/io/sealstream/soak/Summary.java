package io.sealstream.soak;

import io.sealstream.soak.check.Evidence;
import io.sealstream.soak.check.Evidence.Recovery;
import io.sealstream.soak.check.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is told at the end of a run. */
record Summary(SoakPlan plan, Duration took, Tally tally, Evidence evidence, List<Violation> violations) {
    private static final int SHOWN = 20;

    @Override
    public String toString() {
        return """
                soak, seed %d, %d broker(s), %d s
                  submissions %d, intake records %d, sealed %d, rejected %d
                  %s
                %s
                %s""".formatted(
                        plan.seed(),
                        plan.brokers(),
                        took.toSeconds(),
                        evidence.operations().size(),
                        evidence.intake().size(),
                        evidence.sealed().size(),
                        evidence.rejected().size(),
                        tally,
                        recoveries(),
                        verdict());
    }

    private String recoveries() {
        Map<String, List<Duration>> byFault = evidence.recoveries().stream()
                .collect(Collectors.groupingBy(
                        Recovery::fault, TreeMap::new, Collectors.mapping(Recovery::took, Collectors.toList())));
        return byFault.entrySet().stream()
                .map(entry ->
                        line(entry.getKey(), entry.getValue().stream().sorted().toList()))
                .collect(Collectors.joining("\n"));
    }

    private static String line(String fault, List<Duration> sorted) {
        return "  %s, %d times: to the next seal median %d ms, max %d ms"
                .formatted(
                        fault,
                        sorted.size(),
                        sorted.get(sorted.size() / 2).toMillis(),
                        sorted.getLast().toMillis());
    }

    private String verdict() {
        if (violations.isEmpty()) {
            return "  checker: all 8 invariants hold";
        }
        return violations.stream()
                .limit(SHOWN)
                .map(Violation::toString)
                .collect(Collectors.joining(
                        "\n  ", "  checker: " + violations.size() + " violations, the first of them\n  ", ""));
    }
}
