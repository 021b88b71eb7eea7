package io.sealstream.soak.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The sealed records of a run, parsed and found by sequence and event. */
final class Ledger {
    private final List<SealedLine> lines;
    private final Map<Long, SealedLine> bySequence = new HashMap<>();
    private final Map<String, List<SealedLine>> byEventId = new HashMap<>();
    private final NavigableMap<Long, Long> sealedAt = new TreeMap<>();

    Ledger(Evidence evidence) {
        lines = evidence.sealed().stream()
                .map(Evidence.TopicRecord::line)
                .filter(Objects::nonNull)
                .map(SealedLine::parse)
                .toList();
        for (SealedLine line : lines) {
            bySequence.putIfAbsent(line.sequence(), line);
            byEventId.computeIfAbsent(line.eventId(), id -> new ArrayList<>(1)).add(line);
            sealedAt.put(line.intakeOffset(), line.sealedAt());
        }
    }

    /** As the topic has them. */
    List<SealedLine> lines() {
        return lines;
    }

    Optional<SealedLine> at(long sequence) {
        return Optional.ofNullable(bySequence.get(sequence));
    }

    List<SealedLine> of(String eventId) {
        return byEventId.getOrDefault(eventId, List.of());
    }

    /** The ledger's time when the record at that offset of the intake was decided; 0 where nothing was sealed before. */
    long sealedAtBefore(long intakeOffset) {
        Map.Entry<Long, Long> before = sealedAt.lowerEntry(intakeOffset);
        return before == null ? 0 : before.getValue();
    }
}
