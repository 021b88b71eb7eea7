/** Key files: what they hold, how they are named, who may read them. What a key may certify is not decided here. */
@NullMarked
package io.sealstream.client.keys;

import org.jspecify.annotations.NullMarked;
