package io.sealstream.topology;

/**
 * The follower did not reach the head in time, or does not follow. Nothing is wrong with the ledger: the transaction is to be
 * aborted, and the client started anew, which waits for the follower before it seals.
 */
public final class FollowerBehindException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FollowerBehindException(String message) {
        super(message);
    }
}
