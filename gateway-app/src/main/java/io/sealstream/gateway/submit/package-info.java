/** From what a caller sends to its answer, whatever protocol it came by. */
@NullMarked
package io.sealstream.gateway.submit;

import org.jspecify.annotations.NullMarked;
