/** What single steps of the core cost, without Kafka and on one thread, with JMH. docs/performance.md has the command. */
@NullMarked
package io.sealstream.benchmarks.core;

import org.jspecify.annotations.NullMarked;
