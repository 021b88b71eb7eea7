package io.sealstream.verifier.doctor;

import io.sealstream.reader.LedgerUnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Checks in a row, each by itself: what one of them cannot do is its own diagnosis. */
public final class Examination {
    static final String SEE_ABOVE = "no broker can be reached, see listeners";

    private final Consumer<Diagnosis> sink;
    private final List<Diagnosis> diagnoses = new ArrayList<>();

    /** @param sink is given each diagnosis when it is made */
    public Examination(Consumer<Diagnosis> sink) {
        this.sink = sink;
    }

    /** All that were made, in order. */
    public List<Diagnosis> diagnoses() {
        return List.copyOf(diagnoses);
    }

    void add(Check check) {
        look(check).forEach(this::add);
    }

    /** A check that makes no sense without a broker. */
    void add(Check check, boolean isReachable) {
        if (isReachable) {
            add(check);
        } else {
            skip(check.name(), SEE_ABOVE);
        }
    }

    void skip(String check, String why) {
        add(Diagnosis.skip(check, why));
    }

    private void add(Diagnosis diagnosis) {
        diagnoses.add(diagnosis);
        sink.accept(diagnosis);
    }

    private static List<Diagnosis> look(Check check) {
        try {
            return check.look();
        } catch (InterruptException e) {
            throw e;
        } catch (Exception e) {
            return List.of(notSeen(check.name(), e));
        }
    }

    private static Diagnosis notSeen(String check, Exception e) {
        String message = String.valueOf(e.getMessage());
        return switch (e) {
            case AuthorizationException forbidden -> Diagnosis.skip(check, "no permission to look: " + message);
            case UnsupportedVersionException old -> Diagnosis.skip(check, "the brokers cannot tell: " + message);
            case TimeoutException late ->
                Diagnosis.fail(
                        check, "no answer in time: " + message, "look at the broker's log; or give --timeout 2m");
            case LedgerUnreadableException unreadable -> unreadable(check, unreadable.reason(), message);
            default ->
                Diagnosis.fail(
                        check, e.getClass().getSimpleName() + ": " + message, "look at the broker's log for the cause");
        };
    }

    private static Diagnosis unreadable(String check, LedgerUnreadableException.Reason reason, String message) {
        return switch (reason) {
            case MISSING, NOT_PERMITTED -> Diagnosis.skip(check, message);
            case UNREACHABLE, OTHER -> Diagnosis.fail(check, message, "look at the broker's log; or give --timeout 2m");
        };
    }
}
