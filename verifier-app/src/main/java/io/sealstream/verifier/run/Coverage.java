package io.sealstream.verifier.run;

import io.sealstream.core.verify.Doubt;
import io.sealstream.core.verify.Finding;
import io.sealstream.core.verify.FindingKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Collects what a run looked at, what it left out, and why it may not end well. */
public final class Coverage {
    private final List<String> checked = new ArrayList<>();
    private final List<String> notChecked = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);

    void checked(String what) {
        checked.add(what);
    }

    void notChecked(String whatAndWhy) {
        notChecked.add(whatAndWhy);
    }

    /** @param reason one line for people */
    void doubt(Doubt doubt, String reason) {
        doubts.add(doubt);
        reasons.add(reason);
    }

    void topicSetting(String detail) {
        findings.add(new Finding(FindingKind.TOPIC_SETTING, 1, null, detail));
    }

    List<String> checked() {
        return checked;
    }

    List<String> notChecked() {
        return notChecked;
    }

    List<String> reasons() {
        return reasons;
    }

    List<Finding> findings() {
        return findings;
    }

    Set<Doubt> doubts() {
        return doubts;
    }
}
