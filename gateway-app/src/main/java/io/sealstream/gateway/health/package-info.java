/** What state a gateway is in, and why. */
@NullMarked
package io.sealstream.gateway.health;

import org.jspecify.annotations.NullMarked;
