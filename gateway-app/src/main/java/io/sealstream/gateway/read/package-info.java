/** Reads the ledger from the follower's store: single records, ranges, and what comes next. Committed records alone. */
@NullMarked
package io.sealstream.gateway.read;

import org.jspecify.annotations.NullMarked;
