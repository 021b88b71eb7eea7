package io.sealstream.core.seal;

import io.sealstream.core.event.SealedEvent;
import org.jspecify.annotations.Nullable;

/**
 * One intake record's outcome, and the state behind it.
 *
 * @param note what the admission policy remarked on the event, to be written right behind it in the same transaction; null
 *     where it remarked nothing
 * @param next the state that the following record is judged in
 */
public record SealingStep(Outcome outcome, @Nullable SealedEvent note, SealerState next) {}
