package io.sealstream.follower;

import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/** The store failed. */
final class StoreException extends RuntimeException {
    private final boolean isDamaged;

    private StoreException(String message, boolean isDamaged, @Nullable Throwable cause) {
        super(message, cause);
        this.isDamaged = isDamaged;
    }

    static StoreException of(RocksDBException cause) {
        Status status = cause.getStatus();
        return new StoreException("the store failed: " + cause.getMessage(), status == null || isDamage(status), cause);
    }

    /** A disk that is full or can't be reached says nothing about what is on it; a file that is gone does. */
    private static boolean isDamage(Status status) {
        return switch (status.getCode()) {
            case IOError -> String.valueOf(status.getState()).contains("No such file");
            case Aborted, Busy, Incomplete, MergeInProgress, ShutdownInProgress, TimedOut, TryAgain -> false;
            default -> true;
        };
    }

    /** What is in it can't have been written by this. */
    static StoreException damaged(String what) {
        return damaged(what, null);
    }

    static StoreException damaged(String what, @Nullable Throwable cause) {
        return new StoreException("the store is damaged: " + what, true, cause);
    }

    /** Whether to build it anew helps. */
    boolean isDamaged() {
        return isDamaged;
    }
}
