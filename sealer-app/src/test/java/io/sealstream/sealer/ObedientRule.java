package io.sealstream.sealer;

import io.sealstream.core.policy.AdmissionCheck;
import io.sealstream.core.policy.AdmissionOutcome;
import io.sealstream.core.policy.AdmissionRule;
import io.sealstream.core.policy.Judgement;
import io.sealstream.core.policy.RuleSettings;

/** A rule of the tests' own, on their class path: it says what an event's metadata tell it to, under a key that is set. */
public final class ObedientRule implements AdmissionRule {
    @Override
    public String id() {
        return "obedient";
    }

    @Override
    public AdmissionCheck configured(RuleSettings settings) {
        String key = settings.text("key");
        if (key.equals("fail")) {
            throw new IllegalStateException("I was told to fail");
        }
        return candidate -> {
            String word = candidate.event().metadata().asMap().getOrDefault(key, "Allow");
            return new Judgement(AdmissionOutcome.ofJsonName(word).orElseThrow(), "told so");
        };
    }
}
