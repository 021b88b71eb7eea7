/**
 * Control events: what their JSON payloads say (docs/format.md, section 7).
 *
 * <p>Reading and writing only. Whether a ledger allows one is decided in {@code seal} and, again, in {@code verify}.
 */
@NullMarked
package io.sealstream.core.control;

import org.jspecify.annotations.NullMarked;
