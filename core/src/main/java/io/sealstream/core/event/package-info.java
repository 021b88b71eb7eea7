/**
 * Events before and after sealing, and every byte of them that is hashed or signed (docs/format.md, sections 1 to 4).
 *
 * <p>The values here can hold whatever can be encoded, also what breaks a rule: a verifier must be able to hold a
 * tampered record to say what is wrong with it. {@link io.sealstream.core.event.EventRules} has the rules for fields.
 * Who may sign what, and in which order, is decided by the sealer and the verifier, each for itself.
 */
@NullMarked
package io.sealstream.core.event;

import org.jspecify.annotations.NullMarked;
