/** The routes under {@code /v1}, health and metrics: JSON and problems (RFC 9457). It decides nothing. */
@NullMarked
package io.sealstream.gateway.http;

import org.jspecify.annotations.NullMarked;
