package io.sealstream.schema;

import org.apache.avro.Schema;

/**
 * How the values of one record type say which schema they were written with. Single-object encoding takes the schemas
 * from this jar; a schema registry, whose values begin with another byte, is another implementation.
 */
interface SchemaFraming {
    /** What stands before a value that is written with the current schema. */
    byte[] header();

    /** @throws MalformedException where {@code framed} does not begin with a header of a known schema */
    Body open(byte[] framed) throws MalformedException;

    /**
     * @param writerSchema the schema that the value was written with; the same instance for the same schema
     * @param start index of the value's first byte, behind the header
     */
    record Body(Schema writerSchema, int start) {}
}
