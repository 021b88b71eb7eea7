/**
 * A real Kafka of Kafka's own jars: one broker in the process, or one or three as child processes that can be killed.
 *
 * <p>For trying things out, for the demo and for tests. No production artefact carries it, and it knows nothing of ledgers.
 */
@NullMarked
package io.sealstream.kafka.local;

import org.jspecify.annotations.NullMarked;
