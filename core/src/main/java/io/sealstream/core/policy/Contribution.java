package io.sealstream.core.policy;

/**
 * What one rule added to a decision.
 *
 * @param rule its id
 */
public record Contribution(String rule, AdmissionOutcome outcome, String reason) {}
