package io.sealstream.topology;

/** The follower did not reach the head in time. Nothing is wrong with the ledger: the client is to be started anew. */
public final class FollowerBehindException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FollowerBehindException(String message) {
        super(message);
    }
}
