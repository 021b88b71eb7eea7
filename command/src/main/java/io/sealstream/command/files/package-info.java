/** Files that are there whole or not at all. Nothing of the ledger. */
@NullMarked
package io.sealstream.command.files;

import org.jspecify.annotations.NullMarked;
