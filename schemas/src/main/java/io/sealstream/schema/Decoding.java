package io.sealstream.schema;

/** What decoding gave. Bytes that come from outside are data: whatever stands in them, nothing is thrown. */
public sealed interface Decoding<T> {
    record Decoded<T>(T value) implements Decoding<T> {}

    /** @param reason what is wrong, and where it can be told, in which field; it ends without a full stop */
    record Malformed<T>(String reason) implements Decoding<T> {}
}
