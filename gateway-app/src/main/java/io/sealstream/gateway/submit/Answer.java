package io.sealstream.gateway.submit;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.gateway.access.Caller;
import io.sealstream.gateway.access.GrantSettings;
import io.sealstream.gateway.limit.Excess;
import java.time.Duration;

/** What a submitter is told. All but {@link RefusalKind#UNKNOWN} is final for this attempt. */
public sealed interface Answer {
    /**
     * The event is in the ledger.
     *
     * @param duplicate whether it was before, as {@code record}
     * @param latency from when it was received here until the outcome was known
     */
    record Sealed(SealedEvent record, boolean duplicate, Duration latency) implements Answer {}

    /**
     * It is not, or nobody can say.
     *
     * @param reason for programs, in capitals: a {@link RejectReason}, or one of the gateway's own
     * @param detail one line for people: what is wrong, and what to do
     */
    record Refused(RefusalKind kind, String reason, String detail) implements Answer {
        /** The outcome was not seen. */
        static final String OUTCOME_UNKNOWN = "OUTCOME_UNKNOWN";

        /** Of the sealer, or as the sealer would. */
        public static Refused of(RejectReason reason, String detail) {
            return new Refused(RefusalKind.of(reason), reason.name(), detail);
        }

        /** By the sealer, for good: not the attempt alone has expired, but the event. */
        static Refused outdated(String detail) {
            return new Refused(RefusalKind.OUTDATED, RejectReason.EXPIRED.name(), detail);
        }

        static Refused of(Excess excess) {
            return new Refused(RefusalKind.LIMITED, excess.reason(), excess.detail());
        }

        static Refused noGrant(Caller caller) {
            return notGranted(caller.name() + " may not submit here; the gateway's operator gives grants, with "
                    + GrantSettings.PREFIX + "NAME.subject");
        }

        /** The gateway's configuration does not allow its sender to submit it. */
        static Refused notGranted(String detail) {
            return new Refused(RefusalKind.NOT_PERMITTED, "NOT_GRANTED", detail);
        }

        static Refused queueFull() {
            return new Refused(
                    RefusalKind.QUEUE_FULL,
                    "QUEUE_FULL",
                    "too many submissions wait here; nothing was sent, try again after a pause");
        }

        static Refused unknown(String detail) {
            return new Refused(
                    RefusalKind.UNKNOWN,
                    OUTCOME_UNKNOWN,
                    detail + "; the same event may be sent again with the same event_id, which finds out");
        }
    }
}
