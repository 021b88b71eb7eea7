/**
 * What a verification tells: one report, as text for people and in the forms that programs read. Pure: no clock, no files,
 * and nothing is judged here.
 */
@NullMarked
package io.sealstream.verifier.report;

import org.jspecify.annotations.NullMarked;
