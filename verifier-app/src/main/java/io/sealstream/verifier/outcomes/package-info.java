/** The memory of intake records' outcomes outside the heap, for one run. */
@NullMarked
package io.sealstream.verifier.outcomes;

import org.jspecify.annotations.NullMarked;
