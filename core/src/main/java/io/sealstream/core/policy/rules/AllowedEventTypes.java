package io.sealstream.core.policy.rules;

import io.sealstream.core.policy.AdmissionCheck;
import io.sealstream.core.policy.AdmissionOutcome;
import io.sealstream.core.policy.AdmissionRule;
import io.sealstream.core.policy.Judgement;
import io.sealstream.core.policy.RuleSettingException;
import io.sealstream.core.policy.RuleSettings;
import java.util.List;

/** {@code event-type.allow}: the event types that a ledger takes, whole or as prefixes with a star at the end. */
public final class AllowedEventTypes implements AdmissionRule {
    @Override
    public String id() {
        return "event-type.allow";
    }

    @Override
    public AdmissionCheck configured(RuleSettings settings) {
        List<String> allowed = settings.list("types");
        allowed.forEach(AllowedEventTypes::requireStarAtTheEnd);
        AdmissionOutcome outcome = settings.outcome();
        return candidate -> {
            String type = candidate.event().eventType().value();
            return allowed.stream().anyMatch(pattern -> matches(pattern, type))
                    ? Judgement.allow()
                    : new Judgement(outcome, "the event_type \"" + type + "\" is not among those that are allowed");
        };
    }

    private static void requireStarAtTheEnd(String pattern) {
        int star = pattern.indexOf('*');
        if (star >= 0 && star < pattern.length() - 1) {
            throw new RuleSettingException("types", "a star stands at the end alone, as in payment.*");
        }
    }

    private static boolean matches(String pattern, String type) {
        return pattern.endsWith("*")
                ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                : type.equals(pattern);
    }
}
