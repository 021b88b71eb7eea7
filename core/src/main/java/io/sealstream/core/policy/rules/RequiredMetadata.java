package io.sealstream.core.policy.rules;

import io.sealstream.core.policy.AdmissionCheck;
import io.sealstream.core.policy.AdmissionOutcome;
import io.sealstream.core.policy.AdmissionRule;
import io.sealstream.core.policy.Judgement;
import io.sealstream.core.policy.RuleSettings;
import java.util.List;
import java.util.Map;

/** {@code metadata.required}: keys that each event's metadata must have, with a value that is not blank. */
public final class RequiredMetadata implements AdmissionRule {
    @Override
    public String id() {
        return "metadata.required";
    }

    @Override
    public AdmissionCheck configured(RuleSettings settings) {
        List<String> keys = settings.list("keys");
        AdmissionOutcome outcome = settings.outcome();
        return candidate -> {
            Map<String, String> metadata = candidate.event().metadata().asMap();
            List<String> missing = keys.stream()
                    .filter(key -> metadata.getOrDefault(key, "").isBlank())
                    .toList();
            return missing.isEmpty()
                    ? Judgement.allow()
                    : new Judgement(outcome, "the metadata lack " + String.join(", ", missing));
        };
    }
}
