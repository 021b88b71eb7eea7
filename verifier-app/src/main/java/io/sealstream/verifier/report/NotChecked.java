package io.sealstream.verifier.report;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a run did not look at.
 *
 * @param line what, and why
 * @param checks names of the fault and finding kinds that nobody can have seen for that; empty where only a part of what such
 *     a check is about was left out
 */
public record NotChecked(String line, Set<String> checks) {
    public NotChecked {
        checks = Set.copyOf(checks);
    }

    /** @param checks kinds of faults and findings */
    public static NotChecked of(String line, Enum<?>... checks) {
        return new NotChecked(line, Stream.of(checks).map(Enum::name).collect(Collectors.toSet()));
    }
}
