package io.sealstream.core.policy;

/**
 * A kind of rule, found by {@link java.util.ServiceLoader}: a public class with a public constructor without parameters,
 * named in {@code META-INF/services/io.sealstream.core.policy.AdmissionRule}.
 */
public interface AdmissionRule {
    /**
     * The name in {@code policy.rules}, in rejections and in notes: words of a-z and 0-9 with a dot or a hyphen between
     * them, at most 64 characters. Choose one for good, as {@code refund.approval}: ledgers keep it.
     */
    String id();

    /**
     * The rule with an operator's settings. Asked once, when a sealer starts.
     *
     * @param settings every setting that is there must be asked for: one that is not is refused as a slip of the hand
     * @throws RuleSettingException where a setting is missing or wrong: the sealer does not start
     */
    AdmissionCheck configured(RuleSettings settings);
}
