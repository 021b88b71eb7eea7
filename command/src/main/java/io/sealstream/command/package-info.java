/**
 * What every command line shares: the picocli base, exit codes, connection options, configuration, progress and one-line
 * errors. No command of its own, and nothing that knows a ledger's format.
 */
@NullMarked
package io.sealstream.command;

import org.jspecify.annotations.NullMarked;
