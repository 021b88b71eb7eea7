/** What the words of reports, outcomes and states mean; the texts are those of docs/faults.md, which is a part of the jar. */
@NullMarked
package io.sealstream.verifier.explain;

import org.jspecify.annotations.NullMarked;
