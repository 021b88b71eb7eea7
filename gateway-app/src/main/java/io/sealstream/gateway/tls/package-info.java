/** The gateway's certificate and the authority of its clients, from files that may change while it runs. */
@NullMarked
package io.sealstream.gateway.tls;

import org.jspecify.annotations.NullMarked;
