/**
 * The Merkle tree of RFC 6962 over leaf hashes, and its proofs as RFC 9162 verifies them. Every node is SHA-256.
 *
 * <p>What a leaf stands for is not known here: leaves come in already hashed.
 */
@NullMarked
package io.sealstream.core.merkle;

import org.jspecify.annotations.NullMarked;
