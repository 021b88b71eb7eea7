package io.sealstream.client;

import io.sealstream.command.ExitCode;
import io.sealstream.core.Sequence;
import io.sealstream.core.seal.RejectReason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts outcomes as they come in, from any thread. */
final class Tally {
    /** More are counted, not shown. */
    private static final int SHOWN = 10;

    /** An event that is not in the ledger for sure. */
    record Problem(long line, String what) {}

    private final Map<RejectReason, Long> rejected = new EnumMap<>(RejectReason.class);
    private final List<Problem> problems = new ArrayList<>();
    private long submitted;
    private long sealed;
    private long duplicates;
    private long unknown;
    private @Nullable Sequence first;
    private @Nullable Sequence last;
    private @Nullable Throwable failure;

    synchronized void submitted() {
        submitted++;
    }

    synchronized void add(long line, SubmissionOutcome outcome) {
        switch (outcome) {
            case SubmissionOutcome.Sealed(var record) -> {
                Sequence sequence = record.sequence();
                sealed++;
                first = first == null || sequence.compareTo(first) < 0 ? sequence : first;
                last = last == null || sequence.compareTo(last) > 0 ? sequence : last;
            }
            case SubmissionOutcome.Duplicate duplicate -> duplicates++;
            case SubmissionOutcome.Rejected(var reason, var detail) -> {
                rejected.merge(reason, 1L, Long::sum);
                problem(line, "rejected, " + reason + ": " + detail);
            }
            case SubmissionOutcome.Unknown(var detail) -> {
                unknown++;
                problem(line, "unknown: " + detail);
            }
        }
    }

    /** Kafka refused the client itself. */
    synchronized void failed(Throwable cause) {
        failure = failure == null ? cause : failure;
        unknown++;
    }

    /** Whether to send more would be pointless. */
    synchronized boolean isStuck() {
        return unknown > 0;
    }

    synchronized @Nullable Throwable failure() {
        return failure;
    }

    synchronized List<Problem> problems() {
        return List.copyOf(problems);
    }

    synchronized SubmissionCounts counts() {
        return new SubmissionCounts(submitted, sealed, duplicates, Map.copyOf(rejected), unknown, first, last);
    }

    ExitCode exitCode() {
        SubmissionCounts counts = counts();
        if (counts.unknown() > 0) {
            return ExitCode.INCOMPLETE;
        }
        return counts.rejected().isEmpty() ? ExitCode.OK : ExitCode.REJECTED;
    }

    private void problem(long line, String what) {
        if (problems.size() < SHOWN) {
            problems.add(new Problem(line, what));
        }
    }
}
