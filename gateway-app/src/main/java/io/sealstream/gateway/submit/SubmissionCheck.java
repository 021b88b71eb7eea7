package io.sealstream.gateway.submit;

import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.EventRules;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.gateway.access.AccessList;
import io.sealstream.gateway.access.ClientGrant;
import java.time.Duration;
import java.util.Optional;

/** What can be said of a submission before anything is sent. */
final class SubmissionCheck {
    private final Admittance admittance;
    private final AccessList access;
    private final CertificateReading certificates;
    private final SubmitLimits limits;

    SubmissionCheck(Admittance admittance, AccessList access, CertificateReading certificates, SubmitLimits limits) {
        this.admittance = admittance;
        this.access = access;
        this.certificates = certificates;
        this.limits = limits;
    }

    sealed interface Result {
        /** It may be sent. */
        record Sound(CertifiedEvent event, Duration deadline) implements Result {}

        record Refused(Answer.Refused answer) implements Result {}
    }

    Result check(Submission submission) {
        Duration deadline = submission.deadline() == null ? limits.deadline() : submission.deadline();
        Optional<Answer.Refused> objection = admittance.objection().or(() -> objection(deadline));
        if (objection.isPresent()) {
            return new Result.Refused(objection.get());
        }
        return access.grant(submission.caller())
                .map(grant -> check(submission, grant, deadline))
                .orElseGet(() -> new Result.Refused(Answer.Refused.noGrant(submission.caller())));
    }

    private Result check(Submission submission, ClientGrant grant, Duration deadline) {
        return switch (certificates.read(submission.certificate(), grant.defaultKey())) {
            case CertificateReading.Result.Refused refused -> new Result.Refused(refused.answer());
            case CertificateReading.Result.Read read ->
                check(new CertifiedEvent(submission.event(), read.certificate()), grant, deadline);
        };
    }

    private Optional<Answer.Refused> objection(Duration deadline) {
        if (deadline.isPositive() && deadline.compareTo(limits.maxDeadline()) <= 0) {
            return Optional.empty();
        }
        return Optional.of(Answer.Refused.of(
                RejectReason.INVALID,
                "deadline_ms is " + deadline.toMillis() + "; give 1 to "
                        + limits.maxDeadline().toMillis() + ", or leave it out for "
                        + limits.deadline().toMillis()));
    }

    private static Result check(CertifiedEvent event, ClientGrant grant, Duration deadline) {
        return EventRules.violation(event)
                .map(violation -> Answer.Refused.of(RejectReason.INVALID, violation))
                .or(() -> grant.objection(event).map(Answer.Refused::notGranted))
                .<Result>map(Result.Refused::new)
                .orElseGet(() -> new Result.Sound(event, deadline));
    }
}
