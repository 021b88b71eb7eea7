/** Who calls, by certificate or address, and what the configuration lets each submit. */
@NullMarked
package io.sealstream.gateway.access;

import org.jspecify.annotations.NullMarked;
