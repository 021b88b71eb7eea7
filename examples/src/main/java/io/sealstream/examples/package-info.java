/** Programs to copy from, each as short as it can be and complete. Nothing else may depend on them. */
@NullMarked
package io.sealstream.examples;

import org.jspecify.annotations.NullMarked;
