package io.sealstream.reader;

import io.sealstream.reader.LedgerUnreadableException.Reason;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What Kafka's exceptions mean to someone who wanted to read {@code what} at {@code address}, in one line. */
record KafkaFailure(String what, String address) {
    LedgerUnreadableException unreadable(Throwable cause) {
        Reason reason = reason(cause);
        return new LedgerUnreadableException(
                reason, "cannot read " + what + " at " + address + ": " + explain(reason, cause), cause);
    }

    private static Reason reason(Throwable cause) {
        return switch (cause) {
            case TimeoutException e -> Reason.UNREACHABLE;
            case UnknownTopicOrPartitionException e -> Reason.MISSING;
            case UnknownTopicIdException e -> Reason.MISSING;
            case InvalidTopicException e -> Reason.MISSING;
            case AuthorizationException e -> Reason.NOT_PERMITTED;
            case AuthenticationException e -> Reason.NOT_PERMITTED;
            default -> Reason.OTHER;
        };
    }

    private static String explain(Reason reason, Throwable cause) {
        return switch (reason) {
            case UNREACHABLE -> "no broker answered in time; check the address, and whether it listens there";
            case MISSING -> "there is no such topic; check the ledger's name";
            case NOT_PERMITTED -> "no permission: " + oneLine(cause);
            case OTHER -> oneLine(cause);
        };
    }

    /** The message of {@code cause}, and the innermost of what it wraps. */
    static String oneLine(Throwable cause) {
        String text = String.valueOf(cause.getMessage());
        Throwable inner = cause.getCause();
        while (inner != null) {
            if (inner.getCause() == null && inner.getMessage() != null && !text.contains(inner.getMessage())) {
                text += ": " + inner.getMessage();
            }
            inner = inner.getCause();
        }
        return text.replaceAll("\\s+", " ");
    }
}
