/**
 * The first five minutes: a broker, a ledger, events, a verification, and tampering that is caught. It runs the same
 * commands that its user would type, as processes, and believes their exit codes and reports alone.
 */
@NullMarked
package io.sealstream.demo;

import org.jspecify.annotations.NullMarked;
