package io.sealstream.core.control;

/**
 * What a rule of the admission policy said, as it is written down. It is evidence for people; no program decides by it.
 *
 * @param rule its id
 * @param outcome as Allow, Warn, BreakGlass, Quarantine or Reject
 * @param reason empty where the rule gave none
 */
public record RuleRemark(String rule, String outcome, String reason) {}
