/**
 * The Sealstream format, pure: values in, values out. No Kafka, no Avro, no clock, no I/O.
 *
 * <p>This package holds the three values that every other one uses. Bytes that mean something have a type of their own.
 */
@NullMarked
package io.sealstream.core;

import org.jspecify.annotations.NullMarked;
