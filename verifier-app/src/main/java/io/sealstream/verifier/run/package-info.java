/**
 * A verification from beginning to end: a ledger is opened, its records go through the core's fold, and what that found, what
 * a checkpoint says and what was left out become one report. The rules are the core's, the command line is not known here.
 */
@NullMarked
package io.sealstream.verifier.run;

import org.jspecify.annotations.NullMarked;
