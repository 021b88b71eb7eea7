/**
 * Follows the sealed topic, checks each record before it folds it, and keeps what it folds in a store of its own. Nothing
 * here decides what is sealed.
 */
@NullMarked
package io.sealstream.follower;

import org.jspecify.annotations.NullMarked;
