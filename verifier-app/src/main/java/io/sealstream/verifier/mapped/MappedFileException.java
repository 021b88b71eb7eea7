package io.sealstream.verifier.mapped;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What a run has to remember could not be kept in a file: the disk failed, never the ledger. The message is one line that says
 * where and what to do.
 */
public final class MappedFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MappedFileException(Path file, IOException cause) {
        super(
                "what the run has to remember could not be kept in " + file + ": " + cause.getMessage()
                        + "; it takes some 40 bytes a record on the disk, so make room there, or name another place:"
                        + " --state DIR, or without it SEALSTREAM_JAVA_OPTS=-Djava.io.tmpdir=DIR",
                cause);
    }
}
