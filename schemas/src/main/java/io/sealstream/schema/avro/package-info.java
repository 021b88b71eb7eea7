/**
 * Generated from {@code src/main/avro/ledger.avdl}: the ledger's records as Avro has them, with the strings, buffers and
 * nulls of Avro. Not null-marked, and nothing is written here by hand; the codecs in {@code io.sealstream.schema} turn
 * these into the core's types and back.
 *
 * <p>Whoever reads with Avro's own {@code SpecificDatumReader} must tell Avro to trust this package, by the system
 * property {@code org.apache.avro.SERIALIZABLE_PACKAGES} or a {@code ClassSecurityValidator}. The codecs need neither.
 */
package io.sealstream.schema.avro;
