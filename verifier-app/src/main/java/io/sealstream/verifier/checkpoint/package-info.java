/**
 * Ledger checkpoints of this run: the one that was given, with what it is worth, and the one that is left behind. Notes and
 * signatures themselves are the core's; the command line is not known here.
 */
@NullMarked
package io.sealstream.verifier.checkpoint;

import org.jspecify.annotations.NullMarked;
