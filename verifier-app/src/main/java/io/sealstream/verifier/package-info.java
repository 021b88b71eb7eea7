/**
 * The commands {@code verify}, {@code export}, {@code show} and {@code head}, and their reports. Nothing here knows how
 * records are sealed.
 */
@NullMarked
package io.sealstream.verifier;

import org.jspecify.annotations.NullMarked;
