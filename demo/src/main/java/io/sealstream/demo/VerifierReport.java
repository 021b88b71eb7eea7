package io.sealstream.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import org.jspecify.annotations.Nullable;

/** The verifier's JSON report, as far as the demo reads it. */
record VerifierReport(int exitCode, JsonNode json) {
    static VerifierReport of(CommandProcess.Ended verify) {
        try {
            return new VerifierReport(verify.exitCode(), StrictJson.object(verify.output()));
        } catch (InvalidJsonException e) {
            throw new IllegalStateException(
                    "verify ended with exit code " + verify.exitCode() + " and no report; see " + verify.log(), e);
        }
    }

    String verdict() {
        return json.path("verdict").asText();
    }

    boolean isVerified() {
        return exitCode == 0 && verdict().equals("VERIFIED");
    }

    /** Whether it found what was done: the fault, where it was done. */
    boolean found(Tampering tampering) {
        boolean asAlone = !tampering.alone() || json.path("fault_count").asLong() == 1;
        return exitCode == 10 && verdict().equals("TAMPERED") && fault(tampering) != null && asAlone;
    }

    /** The fault that was to be found, or else the first, for people. */
    String faultText(Tampering tampering) {
        JsonNode found = fault(tampering);
        JsonNode fault = found == null ? json.path("faults").path(0) : found;
        if (fault.isMissingNode()) {
            return "no fault";
        }
        JsonNode sequence = fault.path("sequence");
        return fault.path("kind").asText() + (sequence.isNull() ? "" : " at " + sequence.asText());
    }

    private @Nullable JsonNode fault(Tampering tampering) {
        for (JsonNode fault : json.path("faults")) {
            JsonNode sequence = fault.path("sequence");
            boolean there = tampering.sequence() == null
                    ? sequence.isNull()
                    : sequence.asLong(-1) == tampering.sequence().value();
            if (there && fault.path("kind").asText().equals(tampering.fault().name())) {
                return fault;
            }
        }
        return null;
    }
}
