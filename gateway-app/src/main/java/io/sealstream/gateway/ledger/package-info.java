/** What the protocols serve. */
@NullMarked
package io.sealstream.gateway.ledger;

import org.jspecify.annotations.NullMarked;
