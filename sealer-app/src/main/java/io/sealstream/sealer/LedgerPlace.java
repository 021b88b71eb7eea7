package io.sealstream.sealer;

import io.sealstream.core.control.LedgerTopics;

/**
 * Where a ledger is.
 *
 * @param replicas of its sealed topic, which the head's changelog gets too: it is worth no less
 */
record LedgerPlace(LedgerTopics topics, int replicas) {}
