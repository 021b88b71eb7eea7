package io.sealstream.core.key;

import io.sealstream.core.Bytes;

/**
 * A public key as a record carries it. It can be any bytes: {@link SignatureScheme#isAllowed} says whether its algorithm
 * allows them.
 *
 * @param encoded the key in its algorithm's encoding; for Ed25519 the 32 bytes of RFC 8032
 */
public record PublicKey(SignatureAlgorithm algorithm, Bytes encoded) {}
