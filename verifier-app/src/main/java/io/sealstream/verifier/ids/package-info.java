/** The memory of event ids outside the heap: exact, as large as the disk, and kept for a later run where one asks for it. */
@NullMarked
package io.sealstream.verifier.ids;

import org.jspecify.annotations.NullMarked;
