package io.sealstream.core.policy;

/** A setting of a rule is missing or wrong. The message says what is allowed, without the setting's name and value. */
public final class RuleSettingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String setting;

    public RuleSettingException(String setting, String message) {
        super(message);
        this.setting = setting;
    }

    /** Its name, without the rule's. */
    public String setting() {
        return setting;
    }
}
