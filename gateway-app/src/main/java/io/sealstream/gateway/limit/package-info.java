/** How much one caller may ask for, and all together. No framework, no I/O. */
@NullMarked
package io.sealstream.gateway.limit;

import org.jspecify.annotations.NullMarked;
