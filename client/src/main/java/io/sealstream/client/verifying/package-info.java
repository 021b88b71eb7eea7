/** Reads a ledger and trusts nobody for it: what is given out was verified first. Nothing here writes to Kafka. */
@NullMarked
package io.sealstream.client.verifying;

import org.jspecify.annotations.NullMarked;
