package io.sealstream.core.seal;

import io.sealstream.core.event.Event;
import io.sealstream.core.policy.AdmissionCheck;
import io.sealstream.core.policy.AdmissionOutcome;
import io.sealstream.core.policy.AdmissionPolicy;
import io.sealstream.core.policy.Judgement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;

/** A policy whose rules an event can tell what to say, or to fail. */
final class SimulatedPolicy {
    static final String KEY = "policy";
    private static final String FAIL = "fail";
    private static final List<String> WORDS = List.of("Allow", "Warn", "BreakGlass", "Quarantine", "Reject", FAIL);

    static final AdmissionPolicy POLICY = policy();

    private SimulatedPolicy() {}

    private static AdmissionPolicy policy() {
        SequencedMap<String, AdmissionCheck> rules = new LinkedHashMap<>();
        rules.put("obedient", candidate -> obey(candidate.event()));
        rules.put("mild", candidate -> Judgement.allow());
        return new AdmissionPolicy(rules, List.of("obedient"));
    }

    private static Judgement obey(Event event) {
        String word = word(event);
        return new Judgement(
                AdmissionOutcome.ofJsonName(word).orElseThrow(() -> new IllegalStateException("I was told to fail")),
                word.equals("Allow") ? "" : "I was told so");
    }

    static String word(SplittableRandom random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    /** Why an event that says {@code word} is not sealed; empty where it is. */
    static Optional<RejectReason> refusal(String word) {
        return switch (word) {
            case "Quarantine", FAIL -> Optional.of(RejectReason.QUARANTINED);
            case "Reject" -> Optional.of(RejectReason.POLICY_REJECTED);
            default -> Optional.empty();
        };
    }

    static boolean isNoted(Event event) {
        return List.of("Warn", "BreakGlass").contains(word(event));
    }

    private static String word(Event event) {
        return event.metadata().asMap().getOrDefault(KEY, "Allow");
    }
}
