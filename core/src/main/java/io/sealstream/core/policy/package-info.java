/**
 * The admission policy: what an operator's rules say of an event before it is sealed, and what follows from it.
 *
 * <p>To write a rule, implement {@link AdmissionRule}; docs/policy.md walks through one. Nothing but this module is
 * needed on the class path. Verifiers do not judge again what a policy decided, they only read its notes.
 */
@NullMarked
package io.sealstream.core.policy;

import org.jspecify.annotations.NullMarked;
