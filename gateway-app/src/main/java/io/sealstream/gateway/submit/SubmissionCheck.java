package io.sealstream.gateway.submit;

import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.EventRules;
import io.sealstream.core.seal.RejectReason;
import java.time.Duration;
import java.util.Optional;

/** What can be said of a submission before anything is sent. */
final class SubmissionCheck {
    private final Admittance admittance;
    private final CertificateReading certificates;
    private final SubmitLimits limits;

    SubmissionCheck(Admittance admittance, CertificateReading certificates, SubmitLimits limits) {
        this.admittance = admittance;
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
        return switch (certificates.read(submission.certificate())) {
            case CertificateReading.Result.Refused refused -> new Result.Refused(refused.answer());
            case CertificateReading.Result.Read read ->
                check(new CertifiedEvent(submission.event(), read.certificate()), deadline);
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

    private static Result check(CertifiedEvent event, Duration deadline) {
        return EventRules.violation(event)
                .<Result>map(violation -> new Result.Refused(Answer.Refused.of(RejectReason.INVALID, violation)))
                .orElseGet(() -> new Result.Sound(event, deadline));
    }
}
