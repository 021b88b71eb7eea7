package io.sealstream.core.key;

import io.sealstream.core.Bytes;

/**
 * A public key as a record carries it. It can be any bytes: {@link SignatureScheme#isAllowed} says whether its algorithm
 * allows them.
 *
 * @param encoded the key in its algorithm's encoding: for Ed25519 the 32 bytes of RFC 8032, for ECDSA on P-256 the 91
 *     bytes of a SubjectPublicKeyInfo with the point uncompressed (RFC 5480), for ML-DSA-65 the 1,952 bytes of FIPS 204
 */
public record PublicKey(SignatureAlgorithm algorithm, Bytes encoded) {}
