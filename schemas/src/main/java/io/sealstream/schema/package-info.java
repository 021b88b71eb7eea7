/**
 * The ledger's records as bytes and text: Avro schemas and every version of them, conversion to the core and back, Kafka
 * serializers, and the JSON form. What arrives may be hostile: decoding gives a value or says what is wrong.
 *
 * <p>No topic is read or written here, and nothing is decided about a record that can be decoded.
 */
@NullMarked
package io.sealstream.schema;

import org.jspecify.annotations.NullMarked;
