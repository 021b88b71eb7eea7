/**
 * The Kafka Streams topology that seals: intake in, sealed and rejected out, exactly once.
 *
 * <p>Thin adapters around {@link io.sealstream.core.seal.Sealer}. There is no {@code main} here, no configuration file and
 * no health endpoint; whoever runs the topology decides when to start it and what to do when it halts.
 */
@NullMarked
package io.sealstream.topology;

import org.jspecify.annotations.NullMarked;
