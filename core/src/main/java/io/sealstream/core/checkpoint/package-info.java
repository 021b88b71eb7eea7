/**
 * Ledger checkpoints: size and root of a ledger's tree, signed so that they can be kept elsewhere (C2SP
 * {@code tlog-checkpoint} in a {@code signed-note}).
 *
 * <p>Where a checkpoint is kept, and what is compared with it, belongs elsewhere. Kafka's own checkpoints have nothing to
 * do with these.
 */
@NullMarked
package io.sealstream.core.checkpoint;

import org.jspecify.annotations.NullMarked;
