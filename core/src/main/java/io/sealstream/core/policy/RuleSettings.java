package io.sealstream.core.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A rule's settings, as an operator wrote them: {@code policy.RULE.NAME=value}. Names have no dot. Each method throws
 * {@link RuleSettingException} where what is there is not what was asked for.
 */
public final class RuleSettings {
    private final Map<String, String> values;
    private final Set<String> asked = new HashSet<>();

    public RuleSettings(Map<String, String> values) {
        this.values = new HashMap<>(values);
    }

    /** One that can be left out. */
    public Optional<String> find(String name) {
        asked.add(name);
        return Optional.ofNullable(values.get(name)).map(String::strip);
    }

    public String text(String name) {
        return find(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> new RuleSettingException(name, "the rule needs it"));
    }

    /** Texts with commas between them, at least one, none empty. */
    public List<String> list(String name) {
        List<String> texts =
                Stream.of(text(name).split(",", -1)).map(String::strip).toList();
        if (texts.contains("")) {
            throw new RuleSettingException(name, "texts with commas between them are expected, none of them empty");
        }
        return texts;
    }

    /** A whole number, both bounds included. */
    public long integer(String name, long least, long most) {
        String value = text(name);
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new RuleSettingException(name, "a whole number from " + least + " to " + most + " is expected");
    }

    /** One that can be left out. */
    public long integer(String name, long least, long most, long otherwise) {
        return find(name).isEmpty() ? otherwise : integer(name, least, most);
    }

    /**
     * What a rule is to ask for where it objects: the setting {@code outcome}, by default Reject. Allow would switch a rule
     * off in silence, and nobody breaks a glass without saying so: both are refused.
     */
    public AdmissionOutcome outcome() {
        Optional<String> value = find("outcome");
        Optional<AdmissionOutcome> outcome = value.isEmpty()
                ? Optional.of(AdmissionOutcome.REJECT)
                : AdmissionOutcome.ofJsonName(value.get()).filter(o -> o == AdmissionOutcome.WARN || o.holdsBack());
        return outcome.orElseThrow(() -> new RuleSettingException("outcome", "Warn, Quarantine or Reject is expected"));
    }

    /** Those that were given, and that nobody asked for. */
    public Set<String> unasked() {
        Set<String> unasked = new TreeSet<>(values.keySet());
        unasked.removeAll(asked);
        return unasked;
    }
}
