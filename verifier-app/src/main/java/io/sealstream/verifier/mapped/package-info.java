/** Files that are mapped into memory, for what a run remembers and no heap should hold. They know nothing of what that is. */
@NullMarked
package io.sealstream.verifier.mapped;

import org.jspecify.annotations.NullMarked;
