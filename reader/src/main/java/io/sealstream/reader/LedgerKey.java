package io.sealstream.reader;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** The key {@code ledger}, under which every command's configuration names its ledger. */
public final class LedgerKey {
    public static final String LEDGER = "ledger";

    private LedgerKey() {}

    /** Adds it to a definition, as a key that must be given. */
    public static ConfigDef define(ConfigDef definition) {
        return define(definition, ConfigDef.NO_DEFAULT_VALUE, "The ledger's name.");
    }

    /** @param whenNone {@link ConfigDef#NO_DEFAULT_VALUE}, or null for a command that can do without */
    public static ConfigDef define(ConfigDef definition, @Nullable Object whenNone, String documentation) {
        var validator = LambdaValidator.with(
                LedgerKey::require, () -> "1 to " + LedgerTopicNames.MAX_LENGTH + " of A-Z a-z 0-9 . _ -");
        return definition.define(LEDGER, ConfigDef.Type.STRING, whenNone, validator, Importance.HIGH, documentation);
    }

    private static void require(String key, @Nullable Object value) {
        if (value == null) {
            return;
        }
        try {
            LedgerTopicNames unused = new LedgerTopicNames(value.toString());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(key, value, e.getMessage());
        }
    }
}
