/**
 * The commands {@code init} and {@code sealer}: configuration, the check at the start, the life of the Streams client, and
 * health. What is sealed and what is not is decided in {@code io.sealstream.core.seal}.
 */
@NullMarked
package io.sealstream.sealer;

import org.jspecify.annotations.NullMarked;
