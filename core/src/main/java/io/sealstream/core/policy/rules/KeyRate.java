package io.sealstream.core.policy.rules;

import io.sealstream.core.policy.AdmissionCheck;
import io.sealstream.core.policy.AdmissionOutcome;
import io.sealstream.core.policy.AdmissionRule;
import io.sealstream.core.policy.Candidate;
import io.sealstream.core.policy.Judgement;
import io.sealstream.core.policy.RuleSettings;

/**
 * {@code key.rate}: how many events a second may come of each producer's key, by when the broker appended them: a backlog
 * that waited for a sealer was not sent in haste. Events whose key was not verified count as one key's.
 *
 * <p>It counts events that are judged, also those that another rule then holds back. What it counts is in memory: a restart
 * begins anew, and what was judged in an aborted transaction counts although it comes again. So it keeps a producer that
 * runs wild from filling a ledger; it is no exact quota.
 */
public final class KeyRate implements AdmissionRule {
    private static final long MOST = 1_000_000;

    @Override
    public String id() {
        return "key.rate";
    }

    @Override
    public AdmissionCheck configured(RuleSettings settings) {
        long perSecond = settings.integer("per-second", 1, MOST);
        long burst = settings.integer("burst", 1, MOST, perSecond);
        AdmissionOutcome outcome = settings.outcome();
        Buckets buckets = new Buckets(perSecond, burst);
        return candidate -> {
            String key = nameOf(candidate);
            return buckets.take(key, candidate.appendedAtMs())
                    ? Judgement.allow()
                    : new Judgement(
                            outcome,
                            (key.isEmpty() ? "events that no key is known of" : "events of the key \"" + key + '"')
                                    + " come faster than " + perSecond + " a second");
        };
    }

    private static String nameOf(Candidate candidate) {
        var key = candidate.verifiedKey();
        return key == null ? "" : key.value();
    }
}
