package io.sealstream.core.policy;

import io.sealstream.core.event.Event;
import io.sealstream.core.key.KeyId;
import org.jspecify.annotations.Nullable;

/**
 * An event that would be sealed if no rule held it back: its fields keep the format, its id is new, and where the ledger
 * requires certificates, its certificate verified. Control events, {@code sealstream.*}, never are candidates.
 *
 * @param verifiedKey the key that certified it; null where the ledger does not check certificates, since anybody can claim
 *     any key there
 * @param appendedAtMs when the broker appended it to the intake, by its clock (LogAppendTime), however long it waited there;
 *     milliseconds since 1970-01-01T00:00:00Z. It can go back where another broker becomes the leader
 */
public record Candidate(Event event, @Nullable KeyId verifiedKey, long appendedAtMs) {}
