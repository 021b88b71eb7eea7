/**
 * Hostile input for all that reads what comes from outside. A {@link io.sealstream.fuzz.Parser} is one such reader and
 * what it promises; {@code HostileInputTest} tries each for a moment in every build, {@code FuzzIT} for long with
 * -Pfuzz.
 */
@NullMarked
package io.sealstream.fuzz;

import org.jspecify.annotations.NullMarked;
