/**
 * Looks at everything that a ledger needs and says what to change: each check by itself, in bounded time, and without
 * writing anything. It does not judge the ledger's records; that is {@code verify}.
 */
@NullMarked
package io.sealstream.verifier.doctor;

import org.jspecify.annotations.NullMarked;
