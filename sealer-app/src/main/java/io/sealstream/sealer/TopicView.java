package io.sealstream.sealer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the cluster told last of a topic.
 *
 * @param end its high watermark
 * @param heldFor how long its last stable offset has stood still before that
 * @param stuck more of it where that has lasted too long, else null
 */
record TopicView(long end, Duration heldFor, @Nullable StuckTopic stuck) {}
