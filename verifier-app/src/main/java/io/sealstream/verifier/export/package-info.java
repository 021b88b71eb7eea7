/** Copies a ledger's records into a file of JSON Lines, and goes on where an earlier copy stopped. It judges nothing. */
@NullMarked
package io.sealstream.verifier.export;

import org.jspecify.annotations.NullMarked;
