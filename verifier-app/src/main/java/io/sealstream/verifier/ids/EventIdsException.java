package io.sealstream.verifier.ids;

import java.io.IOException;
import java.nio.file.Path;

/** The memory of event ids failed: the disk, never the ledger. The message is one line that says where and what to do. */
public final class EventIdsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EventIdsException(Path file, IOException cause) {
        super(
                "the event ids could not be kept in " + file + ": " + cause.getMessage()
                        + "; they need some 30 bytes each on the disk, so make room there, or set another place for"
                        + " temporary files: SEALSTREAM_JAVA_OPTS=-Djava.io.tmpdir=DIR",
                cause);
    }
}
