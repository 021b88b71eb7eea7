/** Who may submit what: callers by their certificates, and what the configuration allows them. No framework, no I/O. */
@NullMarked
package io.sealstream.gateway.access;

import org.jspecify.annotations.NullMarked;
