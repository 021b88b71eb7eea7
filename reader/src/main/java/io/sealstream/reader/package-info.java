/**
 * One port for reading a ledger, and its topic and export-file forms: sealed records in order, to an end that is fixed at
 * the start. Beside it the intake, for its audit, and what the cluster tells of the topics.
 *
 * <p>What the records mean is for others to judge, and nothing here writes.
 */
@NullMarked
package io.sealstream.reader;

import org.jspecify.annotations.NullMarked;
