package io.sealstream.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What {@code doctor --format json} said. */
record DoctorRun(int exitCode, List<Line> lines) {
    /** One diagnosis. */
    record Line(String check, String status, String detail, Optional<String> fix) {
        static Line of(JsonNode check) {
            return new Line(
                    check.get("check").textValue(),
                    check.get("status").textValue(),
                    check.get("detail").textValue(),
                    Optional.ofNullable(check.get("fix").textValue()));
        }

        boolean failed() {
            return status.equals("FAIL");
        }
    }

    static DoctorRun of(KafkaLedger ledger, String... more) {
        List<String> arguments = new ArrayList<>(ledger.where());
        arguments.addAll(List.of(more));
        return of(arguments.toArray(String[]::new));
    }

    static DoctorRun of(String... more) {
        List<String> arguments = new ArrayList<>(List.of("doctor", "--format", "json"));
        arguments.addAll(List.of(more));
        Cli.Ended ended = Cli.run(arguments.toArray(String[]::new));
        List<Line> lines = StreamSupport.stream(ended.json().get("checks").spliterator(), false)
                .map(Line::of)
                .toList();
        return new DoctorRun(ended.exitCode(), lines);
    }

    /** The first of a check's. */
    Line line(String check) {
        return lines.stream()
                .filter(line -> line.check().equals(check))
                .findFirst()
                .orElseThrow();
    }

    List<Line> failures(String check) {
        return lines.stream()
                .filter(line -> line.failed() && line.check().equals(check))
                .toList();
    }
}
