/**
 * Whether a ledger is what its submitters were told that it is. It knows a run only by what was written down: the history
 * of submissions, the lines of the topics, and what the verifier said. Nothing here knows Sealstream's own code, so that no
 * mistake of that is made twice: bytes are put together and hashed as docs/format.md says. The one entry is
 * {@link io.sealstream.soak.check.Checker}.
 */
@NullMarked
package io.sealstream.soak.check;

import org.jspecify.annotations.NullMarked;
