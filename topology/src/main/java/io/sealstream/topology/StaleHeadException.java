package io.sealstream.topology;

/**
 * The head contradicts the topics, which can be because another sealer has moved both since it was restored: the client is
 * to be started anew, so that it is restored again.
 */
public final class StaleHeadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param unlessMoved what it is where nobody else has moved the head */
    StaleHeadException(Degradation unlessMoved) {
        super("another sealer may have moved the head, which is restored again; if it is the same then, this is "
                + unlessMoved.reason() + ": " + unlessMoved.detail());
    }
}
