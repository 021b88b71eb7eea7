package io.sealstream.schema;

import java.io.IOException;

/** The way of {@link Decoding.Malformed} through Avro's readers, which pass on an IOException and nothing else. */
final class MalformedException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedException(String reason) {
        super(reason);
    }
}
