package io.sealstream.sealer;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.reader.TopicFinding;
import java.util.List;
import java.util.stream.Collectors;

/** Settings of topics that endanger a ledger: to the verifier they are findings, and no sealer begins with them. */
final class TopicFindings {
    private TopicFindings() {}

    /**
     * @param remedy what to do about them
     * @throws CommandFailure naming each, on one line
     */
    static void requireNone(List<TopicFinding> findings, String remedy) {
        if (!findings.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.ERROR,
                    findings.stream().map(TopicFinding::toString).collect(Collectors.joining("; ")) + "; " + remedy);
        }
    }
}
