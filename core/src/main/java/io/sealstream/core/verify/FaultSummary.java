package io.sealstream.core.verify;

import io.sealstream.core.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The faults of a ledger. A thoroughly broken one has as many as records, so that only the first ones are listed; all are
 * counted.
 *
 * @param listed the first {@value #MAX_LISTED}, and of each kind that does not occur among them the first one, in the order
 *     in which they were found: a thousand faults of one kind hide no other kind
 * @param counts how many there are of each kind that occurs, in the order of {@link FaultKind}
 * @param firstBadSequence the lowest sequence of any fault, or null where no fault has one
 */
public record FaultSummary(
        List<Fault> listed,
        Map<FaultKind, Long> counts,
        @Nullable Sequence firstBadSequence) {
    public static final int MAX_LISTED = 1_000;
    public static final FaultSummary NONE = new FaultSummary(List.of(), Map.of(), null);

    public FaultSummary {
        listed = firstOnes(listed);
        counts = Collections.unmodifiableMap(new TreeMap<>(counts));
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public boolean isEmpty() {
        return counts.isEmpty();
    }

    public boolean has(FaultKind kind) {
        return counts.containsKey(kind);
    }

    private static List<Fault> firstOnes(List<Fault> all) {
        Set<FaultKind> kinds = EnumSet.noneOf(FaultKind.class);
        List<Fault> first = new ArrayList<>();
        for (Fault fault : all) {
            boolean isFirstOfItsKind = kinds.add(fault.kind());
            if (first.size() < MAX_LISTED || isFirstOfItsKind) {
                first.add(fault);
            }
        }
        return List.copyOf(first);
    }

    public FaultSummary plus(FaultSummary other) {
        Map<FaultKind, Long> sum = new EnumMap<>(FaultKind.class);
        sum.putAll(counts);
        other.counts.forEach((kind, count) -> sum.merge(kind, count, Long::sum));
        return new FaultSummary(
                Stream.concat(listed.stream(), other.listed.stream()).toList(),
                sum,
                Stream.of(Optional.ofNullable(firstBadSequence), Optional.ofNullable(other.firstBadSequence))
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }
}
