package io.sealstream.core.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An operator's rules, in order. Each is asked about each event, so that what is written down is all that they said; it
 * fails closed, so an event about which one of them can't be asked is not sealed.
 */
public final class AdmissionPolicy {
    /** So many contributions at their longest fit in every record that a sealer writes. */
    public static final int MAX_RULES = 32;

    /** More than all contributions at their longest take in an encoded record: a note, or what stands in a rejection. */
    public static final int MAX_WRITTEN_BYTES = 90 * 1024;

    private static final int MAX_ID_LENGTH = 64;
    private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");

    /** Allows everything. */
    public static final AdmissionPolicy NONE = new AdmissionPolicy(new LinkedHashMap<>(), List.of());

    private final SequencedMap<String, AdmissionCheck> rules;
    private final List<String> required;

    /**
     * @param rules by their ids
     * @param required ids of those without which nothing is sealed
     * @throws IllegalArgumentException where an id is none, or there are more than {@link #MAX_RULES} of either
     */
    public AdmissionPolicy(SequencedMap<String, AdmissionCheck> rules, List<String> required) {
        if (rules.size() > MAX_RULES || required.size() > MAX_RULES) {
            throw new IllegalArgumentException("a policy has at most " + MAX_RULES + " rules");
        }
        rules.keySet().forEach(AdmissionPolicy::requireId);
        required.forEach(AdmissionPolicy::requireId);
        this.rules = new LinkedHashMap<>(rules);
        this.required = List.copyOf(required);
    }

    private static void requireId(String id) {
        if (id.length() > MAX_ID_LENGTH || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException("\"" + id + "\" is no rule's id: words of a-z and 0-9 with a dot or a"
                    + " hyphen between them, at most " + MAX_ID_LENGTH + " characters");
        }
    }

    public AdmissionDecision decide(Candidate candidate) {
        if (rules.isEmpty() && required.isEmpty()) {
            return AdmissionDecision.ALLOWED;
        }
        List<Contribution> contributions = new ArrayList<>(rules.size());
        for (Map.Entry<String, AdmissionCheck> rule : rules.entrySet()) {
            Judgement judgement = judge(rule.getValue(), candidate);
            contributions.add(new Contribution(rule.getKey(), judgement.outcome(), judgement.reason()));
        }
        return AdmissionDecision.compose(contributions, required);
    }

    /** Its rules in their order, for logs. */
    @Override
    public String toString() {
        return rules.isEmpty()
                ? "none"
                : rules.keySet().stream()
                        .map(rule -> required.contains(rule) ? rule + " (required)" : rule)
                        .collect(Collectors.joining(", "));
    }

    /** A rule is somebody else's code, which can fail with any error as well: that of a jar which lacks a class does. */
    private static Judgement judge(AdmissionCheck check, Candidate candidate) {
        try {
            @Nullable Judgement judgement = check.judge(candidate);
            return judgement == null ? Judgement.quarantine("the rule failed: it gave no judgement") : judgement;
        } catch (Throwable e) {
            rethrowFatal(e);
            return Judgement.quarantine("the rule failed: " + described(e));
        }
    }

    /** Its message is the rule's own code too. */
    private static String described(Throwable failure) {
        String name = failure.getClass().getName();
        try {
            return name + ": " + failure.getMessage();
        } catch (Throwable e) {
            rethrowFatal(e);
            return name;
        }
    }

    /** No memory is the whole sealer's trouble, and not the event's; a stack that is full is that of the rule alone. */
    private static void rethrowFatal(Throwable thrown) {
        if (thrown instanceof VirtualMachineError fatal && !(thrown instanceof StackOverflowError)) {
            throw fatal;
        }
    }
}
