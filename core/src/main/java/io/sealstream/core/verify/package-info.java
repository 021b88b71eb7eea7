/**
 * The verifier's decisions (docs/format.md, section 5): a fold over the records of a ledger that names every fault.
 *
 * <p>{@link io.sealstream.core.verify.Verification} reads records in order; each rule has a class of its own. What the
 * sealer decides about order, uniqueness, time and keys is decided here anew, and nothing of {@code core.seal} is used:
 * a bug in one is caught by the other. Encodings, hashes, field rules and the mathematics of signatures are shared.
 * Reading topics and files, and telling people, belong elsewhere.
 */
@NullMarked
package io.sealstream.core.verify;

import org.jspecify.annotations.NullMarked;
