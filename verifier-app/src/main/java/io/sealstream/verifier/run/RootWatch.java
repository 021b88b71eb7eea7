package io.sealstream.verifier.run;

import io.sealstream.core.merkle.Frontier;

/** Someone who needs the tree's root at a size that a run passes: a tree knows its own root and no earlier one. */
interface RootWatch {
    /** Whether the root at this size will be asked for; it must be shown to {@link #note} then. */
    boolean wantsRootAt(long size);

    void note(Frontier frontier);
}
