/**
 * Sealers killed and paused, and brokers killed, while submitters send and write down what they are told: {@code SoakIT},
 * a few times in each build and many times with -Psoak. What is done to them follows from a seed; whether it was borne is
 * for {@link io.sealstream.soak.check.Checker} to say.
 */
@NullMarked
package io.sealstream.soak;

import org.jspecify.annotations.NullMarked;
