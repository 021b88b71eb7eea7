/**
 * What a verification tells: one report, as text for people and as JSON for programs. Pure: no clock, no files, and nothing
 * is judged here.
 */
@NullMarked
package io.sealstream.verifier.report;

import org.jspecify.annotations.NullMarked;
