package io.sealstream.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** The failure that something thrown amounts to, in words for people. */
final class FailureOf {
    private FailureOf() {}

    /** @param address of the brokers, or empty where the command knows none */
    static CommandFailure thrown(Throwable thrown, String address) {
        Throwable e = unwrap(thrown);
        if (e instanceof CommandFailure failure) {
            return failure;
        }
        if (e instanceof IOException io) {
            return new CommandFailure(ExitCode.ERROR, ofFile(io), thrown);
        }
        return KafkaFailure.of(e, address).orElseGet(() -> unforeseen(e));
    }

    private static Throwable unwrap(Throwable thrown) {
        Throwable e = thrown;
        while ((e instanceof ExecutionException
                        || e instanceof CompletionException
                        || e instanceof UncheckedIOException)
                && e.getCause() != null) {
            e = e.getCause();
        }
        return e;
    }

    private static String ofFile(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> missing.getFile() + ": there is no such file or directory";
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case FileAlreadyExistsException existing -> existing.getFile() + ": exists already, and is not overwritten";
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    private static CommandFailure unforeseen(Throwable e) {
        String message = "something went wrong that was not foreseen: " + described(e)
                + "; run it again with SEALSTREAM_DEBUG=1 for the stack trace";
        return new CommandFailure(ExitCode.ERROR, message, e);
    }

    private static String described(Throwable e) {
        String name = e.getClass().getSimpleName();
        return e.getMessage() == null ? name : name + ": " + e.getMessage();
    }
}
