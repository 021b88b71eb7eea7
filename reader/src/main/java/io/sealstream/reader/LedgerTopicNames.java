package io.sealstream.reader;

import java.util.regex.Pattern;

/**
 * The names that a ledger has in Kafka: those of its topics and of its sealers' group.
 *
 * @param ledger 1 to 227 of the characters that Kafka allows in a topic's name, so that every suffix fits into its 249
 */
public record LedgerTopicNames(String ledger) {
    private static final String GROUP = "-sealer";
    private static final String HEAD_CHANGELOG = GROUP + "-head-changelog";

    public static final int MAX_LENGTH = 249 - HEAD_CHANGELOG.length();
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9._-]{1," + MAX_LENGTH + "}");

    /** @throws IllegalArgumentException where Kafka would not take the names */
    public LedgerTopicNames {
        if (!LEGAL.matcher(ledger).matches()) {
            throw new IllegalArgumentException(
                    "a ledger's name is 1 to " + MAX_LENGTH + " of A-Z a-z 0-9 . _ -, not \"" + ledger + '"');
        }
    }

    /** Where producers write certified events. */
    public String intake() {
        return ledger + ".intake";
    }

    /** The ledger itself. */
    public String sealed() {
        return ledger + ".sealed";
    }

    /** The outcomes of the intake records that were not sealed. */
    public String rejected() {
        return ledger + ".rejected";
    }

    /** The consumer group of the sealers, which is their application id too, and begins their transactional ids. */
    public String sealerGroup() {
        return ledger + GROUP;
    }

    /** Where the sealers keep their head, as Kafka Streams names it: application id, store, and what it is. */
    public String headChangelog() {
        return ledger + HEAD_CHANGELOG;
    }
}
