/** Finds single records of a ledger and shows them. It judges no more than a record alone can tell. */
@NullMarked
package io.sealstream.verifier.show;

import org.jspecify.annotations.NullMarked;
