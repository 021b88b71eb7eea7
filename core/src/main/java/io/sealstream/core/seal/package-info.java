/**
 * The sealer's decisions: what becomes of an intake record, as one pure function, {@link Sealer#seal}.
 *
 * <p>The verifier decides order, uniqueness, time and key validity again, in a package of its own that shares none of
 * this: a bug in one is caught by the other.
 */
@NullMarked
package io.sealstream.core.seal;

import org.jspecify.annotations.NullMarked;
