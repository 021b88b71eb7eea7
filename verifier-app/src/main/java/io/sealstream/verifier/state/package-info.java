/** What a verification keeps for the next one of the same ledger, in a directory; docs/decisions/0024-verifier-state.md. */
@NullMarked
package io.sealstream.verifier.state;

import org.jspecify.annotations.NullMarked;
