package io.sealstream.schema;

/** One record type's values as bytes, and back. Codecs can be shared between threads. */
public interface Codec<T> {
    byte[] encode(T value);

    /** Never throws, and allocates no more than a small multiple of the bytes that are there. */
    Decoding<T> decode(byte[] bytes);
}
