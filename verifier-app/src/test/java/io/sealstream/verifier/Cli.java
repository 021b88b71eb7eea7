package io.sealstream.verifier;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.command.CommandCall;
import io.sealstream.command.CommandProcess;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The command line within this JVM, for the many runs that would take too long as processes. */
final class Cli {
    private Cli() {}

    record Ended(int exitCode, String out, String err) {
        /** The JSON report. */
        ObjectNode json() {
            try {
                return StrictJson.object(out);
            } catch (InvalidJsonException e) {
                throw new AssertionError("no JSON on standard output: " + out + " " + err, e);
            }
        }

        String verdict() {
            return json().get("verdict").textValue();
        }

        /** As in {@code PAYLOAD_MISMATCH@16}. */
        List<String> faults() {
            return StreamSupport.stream(json().get("faults").spliterator(), false)
                    .map(fault -> fault.get("kind").textValue() + "@" + fault.get("sequence"))
                    .toList();
        }

        List<String> notChecked() {
            return lines("not_checked");
        }

        List<String> checked() {
            return lines("checked");
        }

        List<String> reasons() {
            return lines("reasons");
        }

        private List<String> lines(String member) {
            List<String> lines = new ArrayList<>();
            json().get(member).forEach(line -> lines.add(line.textValue()));
            return lines;
        }
    }

    static Ended run(String... arguments) {
        CommandProcess.Ended ended = CommandCall.run(VerifierCommand::run, arguments);
        return new Ended(ended.exitCode(), ended.out(), ended.err());
    }

    /** {@code verify} with a JSON report. */
    static Ended verify(List<String> where, String... more) {
        List<String> arguments = new ArrayList<>(List.of("verify", "--format", "json"));
        arguments.addAll(where);
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }
}
