package io.sealstream.sealer;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.LayeredConfig;
import io.sealstream.core.policy.AdmissionCheck;
import io.sealstream.core.policy.AdmissionPolicy;
import io.sealstream.core.policy.AdmissionRule;
import io.sealstream.core.policy.RuleSettingException;
import io.sealstream.core.policy.RuleSettings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * The keys of the admission policy. Whatever is wrong with one, a rule that is not found or a setting that it does not know,
 * ends the start: a sealer that went on would seal what somebody meant to hold back.
 */
final class PolicyConfig {
    static final String RULES = "policy.rules";
    static final String REQUIRED = "policy.required";
    static final String PATH = "policy.path";
    private static final String PREFIX = "policy.";

    private final LayeredConfig config;
    private final List<String> names;

    private PolicyConfig(LayeredConfig config) {
        this.config = config;
        this.names = config.settings().getList(RULES);
    }

    static ConfigDef define(ConfigDef definition) {
        return definition
                .define(
                        RULES,
                        ConfigDef.Type.LIST,
                        "",
                        Importance.MEDIUM,
                        "Rules of the admission policy, in order, separated by commas.")
                .define(
                        REQUIRED,
                        ConfigDef.Type.LIST,
                        "",
                        Importance.MEDIUM,
                        "Rules without which nothing is sealed; each must be one of policy.rules.")
                .define(
                        PATH,
                        ConfigDef.Type.LIST,
                        "",
                        Importance.LOW,
                        "Jars with rules of your own, or directories of such jars, separated by commas.")
                .define(
                        PREFIX + "*",
                        ConfigDef.Type.STRING,
                        null,
                        Importance.MEDIUM,
                        "policy.RULE.SETTING, a setting of a rule; in the file of --config alone.");
    }

    /** @throws CommandFailure naming key, value and what is allowed or found */
    static AdmissionPolicy policy(LayeredConfig config) {
        return new PolicyConfig(config).policy();
    }

    private AdmissionPolicy policy() {
        List<String> required = config.settings().getList(REQUIRED);
        required.stream().filter(rule -> !names.contains(rule)).findFirst().ifPresent(rule -> {
            throw config.notAllowed(REQUIRED, RULES + " does not have the rule \"" + rule + '"');
        });
        RulesFound found = RulesFound.at(config, PATH);
        Map<String, Map<String, String>> settings = settings();
        SequencedMap<String, AdmissionCheck> rules = new LinkedHashMap<>();
        for (String name : names) {
            AdmissionRule rule = found.find(name).orElseThrow(() -> notFound(name, found));
            if (rules.put(name, configured(name, rule, settings.getOrDefault(name, Map.of()))) != null) {
                throw config.notAllowed(RULES, "it has \"" + name + "\" twice");
            }
        }
        try {
            return new AdmissionPolicy(rules, required);
        } catch (IllegalArgumentException e) {
            throw config.notAllowed(RULES, String.valueOf(e.getMessage()));
        }
    }

    private CommandFailure notFound(String name, RulesFound found) {
        return config.notAllowed(
                RULES,
                "there is no rule \"" + name + "\"; found are " + String.join(", ", found.ids())
                        + "; one of your own needs its jar in " + PATH);
    }

    /** By rule and setting; a setting's name has no dot. */
    private Map<String, Map<String, String>> settings() {
        Map<String, Map<String, String>> settings = new HashMap<>();
        config.under(PREFIX).forEach((key, value) -> {
            if (!List.of(RULES, REQUIRED, PATH).contains(key)) {
                int dot = key.lastIndexOf('.');
                if (dot < PREFIX.length()) {
                    throw config.notAllowed(
                            key, "there are " + RULES + ", " + REQUIRED + ", " + PATH + " and policy.RULE.SETTING");
                }
                String rule = key.substring(PREFIX.length(), dot);
                if (!names.contains(rule)) {
                    throw config.notAllowed(key, RULES + " does not have the rule \"" + rule + '"');
                }
                settings.computeIfAbsent(rule, r -> new HashMap<>()).put(key.substring(dot + 1), value);
            }
        });
        return settings;
    }

    private AdmissionCheck configured(String name, AdmissionRule rule, Map<String, String> values) {
        String prefix = PREFIX + name + '.';
        RuleSettings settings = new RuleSettings(values);
        AdmissionCheck check;
        try {
            check = Objects.requireNonNull(rule.configured(settings), "it gave no check");
        } catch (RuleSettingException e) {
            throw values.containsKey(e.setting())
                    ? config.notAllowed(prefix + e.setting(), String.valueOf(e.getMessage()))
                    : CommandFailure.usage(prefix + e.setting() + " is missing: " + e.getMessage());
        } catch (RuntimeException | Error e) {
            throw config.notAllowed(RULES, "the rule \"" + name + "\" can't be made: " + e);
        }
        settings.unasked().stream().findFirst().ifPresent(setting -> {
            throw config.notAllowed(prefix + setting, "the rule has no such setting");
        });
        return check;
    }
}
