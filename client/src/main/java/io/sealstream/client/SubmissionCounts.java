package io.sealstream.client;

import io.sealstream.core.Sequence;
import io.sealstream.core.seal.RejectReason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many submissions had which outcome.
 *
 * @param first lowest sequence of those sealed, or null
 * @param last highest sequence of those sealed, or null
 */
record SubmissionCounts(
        long submitted,
        long sealed,
        long duplicates,
        Map<RejectReason, Long> rejected,
        long unknown,
        @Nullable Sequence first,
        @Nullable Sequence last) {

    long totalRejected() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }
}
