package io.sealstream.core.verify;

import io.sealstream.core.Sequence;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a run has to tell besides faults: findings, and algorithms that it could not check. */
final class Notes {
    private final Map<FindingKind, Finding> findings = new EnumMap<>(FindingKind.class);
    private final Set<String> unsupported = new TreeSet<>();

    void finding(FindingKind kind, Sequence sequence, String detail) {
        findings.merge(kind, new Finding(kind, 1, sequence, detail), (first, again) -> first.again());
    }

    /** @param algorithm its JSON name */
    void unsupported(String algorithm) {
        unsupported.add(algorithm);
    }

    List<Finding> findings() {
        return List.copyOf(findings.values());
    }

    Set<String> unsupported() {
        return Collections.unmodifiableSet(new TreeSet<>(unsupported));
    }
}
