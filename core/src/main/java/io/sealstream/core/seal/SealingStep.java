package io.sealstream.core.seal;

/**
 * One intake record's outcome, and the state behind it.
 *
 * @param next the state that the following record is judged in
 */
public record SealingStep(Outcome outcome, SealerState next) {}
