package io.sealstream.core.verify;

import io.sealstream.core.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Something worth telling that changes no verdict.
 *
 * @param count how often it was found, at least 1
 * @param firstSequence where it was found first, or null where it belongs to no record
 * @param detail one sentence about the first one
 */
public record Finding(
        FindingKind kind, long count, @Nullable Sequence firstSequence, String detail) {

    Finding again() {
        return new Finding(kind, count + 1, firstSequence, detail);
    }
}
