/** Reads the worked examples that stand beside the format: tests of several packages use them. */
@NullMarked
package io.sealstream.core.vectors;

import org.jspecify.annotations.NullMarked;
