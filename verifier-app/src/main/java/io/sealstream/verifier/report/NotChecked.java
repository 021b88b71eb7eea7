package io.sealstream.verifier.report;

import io.sealstream.core.verify.FaultKind;
import io.sealstream.core.verify.FindingKind;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a run did not look at.
 *
 * @param line what, and why
 * @param checks names of the checks, as kinds of faults and findings, that nobody can have made to the end for that; empty
 *     where only a part of what such a check is about was left out
 */
public record NotChecked(String line, Set<String> checks) {
    public NotChecked {
        checks = Set.copyOf(checks);
    }

    /** @param checks kinds of faults and findings */
    public static NotChecked of(String line, Enum<?>... checks) {
        return new NotChecked(line, Stream.of(checks).map(Enum::name).collect(Collectors.toSet()));
    }

    /** What a run that did not get to its end leaves behind: no check without a fault says anything. */
    public static NotChecked everything(String line) {
        Stream<String> kinds = Stream.of(FaultKind.values(), FindingKind.values())
                .flatMap(Stream::of)
                .map(Enum::name);
        return new NotChecked(
                line, Stream.concat(kinds, Stream.of(Checks.COVERAGE)).collect(Collectors.toSet()));
    }

    boolean isEverything() {
        return checks.contains(Checks.COVERAGE);
    }
}
