package io.sealstream.core.verify;

import io.sealstream.core.Sequence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects the faults of a ledger and forgets the details of all but those that {@link FaultSummary} lists. */
final class FaultLog {
    private final List<Fault> listed = new ArrayList<>();
    private final Map<FaultKind, Long> counts = new EnumMap<>(FaultKind.class);
    private @Nullable Sequence firstBad;

    void add(Fault fault) {
        boolean isFirstOfItsKind = counts.merge(fault.kind(), 1L, Long::sum) == 1;
        Sequence sequence = fault.sequence();
        if (sequence != null && (firstBad == null || sequence.compareTo(firstBad) < 0)) {
            firstBad = sequence;
        }
        if (listed.size() < FaultSummary.MAX_LISTED || isFirstOfItsKind) {
            listed.add(fault);
        }
    }

    FaultSummary summary() {
        return new FaultSummary(listed, counts, firstBad);
    }
}
