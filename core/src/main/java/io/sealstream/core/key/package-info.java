/**
 * Keys and what they do: algorithms, key ids, signing, and checking signatures under the format's exact rules.
 *
 * <p>Which key may certify what, and when it is valid, is not decided here: the sealer and the verifier each decide it
 * for themselves.
 */
@NullMarked
package io.sealstream.core.key;

import org.jspecify.annotations.NullMarked;
