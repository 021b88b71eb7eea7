package io.sealstream.verifier.report;

import io.sealstream.core.verify.Fault;
import java.util.List;

/**
 * One thing that a verification looks at, and how it went; what tools for tests call a case.
 *
 * @param name stable from run to run: a kind of fault or finding, or one of {@link Checks}' own
 */
record Check(String name, Result result) {
    sealed interface Result {}

    /** @param remarks what is worth telling nevertheless, one line each */
    record Passed(List<String> remarks) implements Result {}

    /**
     * @param listed the first faults of this kind; fewer than {@code total} where there are many
     * @param total how many there are
     */
    record Failed(List<Fault> listed, long total) implements Result {}

    /** Nobody looked, or nobody can say. */
    record Skipped(List<String> why) implements Result {}

    /** The run itself could not do what it was asked to. */
    record Broken(List<String> why) implements Result {}
}
