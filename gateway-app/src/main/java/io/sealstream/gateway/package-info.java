/** The command {@code gateway}: its configuration, what it holds while it runs, and how it ends. */
@NullMarked
package io.sealstream.gateway;

import org.jspecify.annotations.NullMarked;
