package io.sealstream.core.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a policy decided about an event, and why.
 *
 * @param contributing those that asked for {@code outcome}, in the order of the rules
 * @param discarded those that asked for something milder, in the order of the rules
 */
public record AdmissionDecision(
        AdmissionOutcome outcome, List<Contribution> contributing, List<Contribution> discarded) {
    /** Nobody was asked. */
    public static final AdmissionDecision ALLOWED = new AdmissionDecision(AdmissionOutcome.ALLOW, List.of(), List.of());

    public AdmissionDecision {
        contributing = List.copyOf(contributing);
        discarded = List.copyOf(discarded);
    }

    /**
     * The strictest outcome wins.
     *
     * @param required ids of rules without which nothing is sealed: one that is not among the contributions rejects
     */
    public static AdmissionDecision compose(List<Contribution> contributions, List<String> required) {
        List<Contribution> all = new ArrayList<>(contributions);
        Set<String> heard = contributions.stream().map(Contribution::rule).collect(Collectors.toSet());
        required.stream()
                .filter(rule -> !heard.contains(rule))
                .map(rule -> new Contribution(rule, AdmissionOutcome.REJECT, "it is required, and was not asked"))
                .forEach(all::add);
        AdmissionOutcome strictest = all.stream()
                .map(Contribution::outcome)
                .max(Comparator.naturalOrder())
                .orElse(AdmissionOutcome.ALLOW);
        return new AdmissionDecision(
                strictest,
                all.stream().filter(c -> c.outcome() == strictest).toList(),
                all.stream().filter(c -> c.outcome() != strictest).toList());
    }
}
