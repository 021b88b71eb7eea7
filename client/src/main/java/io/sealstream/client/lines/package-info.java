/** Events as producers write them: JSON Lines. Nothing here signs or sends them. */
@NullMarked
package io.sealstream.client.lines;

import org.jspecify.annotations.NullMarked;
