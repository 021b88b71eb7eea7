package io.sealstream.sealer;

import io.sealstream.core.control.LedgerTopics;
import org.jspecify.annotations.Nullable;

/**
 * Where a ledger is, and what is wrong with it at first sight.
 *
 * @param replicas of its sealed topic, which the head's changelog gets too: it is worth no less
 * @param damage why the first record is no good genesis, though the topic is the ledger's: somebody tampered with it. Null
 *     where it is one
 */
record LedgerPlace(
        LedgerTopics topics, int replicas, @Nullable String damage) {}
