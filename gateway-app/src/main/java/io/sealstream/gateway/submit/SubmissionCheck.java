package io.sealstream.gateway.submit;

import io.sealstream.client.EventSigner;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventRules;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.gateway.access.AccessList;
import io.sealstream.gateway.access.Caller;
import io.sealstream.gateway.access.ClientGrant;
import io.sealstream.gateway.limit.CallRates;
import java.time.Duration;
import java.util.Optional;

/** What can be said of a submission before anything is sent. */
final class SubmissionCheck {
    private final CallRates rates;
    private final Admittance admittance;
    private final AccessList access;
    private final CertificateReading certificates;
    private final OnBehalf onBehalf;
    private final SubmitLimits limits;

    SubmissionCheck(
            CallRates rates,
            Admittance admittance,
            AccessList access,
            CertificateReading certificates,
            OnBehalf onBehalf,
            SubmitLimits limits) {
        this.rates = rates;
        this.admittance = admittance;
        this.access = access;
        this.certificates = certificates;
        this.onBehalf = onBehalf;
        this.limits = limits;
    }

    sealed interface Result {
        /** It may be sent. */
        record Sound(CertifiedEvent event, Duration deadline) implements Result {}

        record Refused(Answer.Refused answer) implements Result {}
    }

    /** What can't be read counts as a submission all the same: else a caller could send any number of it. */
    Answer.Refused unreadable(Caller caller, String detail) {
        return rates.excess(caller)
                .map(Answer.Refused::of)
                .orElseGet(() -> Answer.Refused.of(RejectReason.INVALID, detail));
    }

    Result check(Submission submission) {
        Duration deadline = submission.deadline() == null ? limits.deadline() : submission.deadline();
        Optional<Answer.Refused> objection = rates.excess(submission.caller())
                .map(Answer.Refused::of)
                .or(admittance::objection)
                .or(() -> objection(deadline))
                .or(() -> objection(submission.event()));
        if (objection.isPresent()) {
            return new Result.Refused(objection.get());
        }
        return access.grant(submission.caller())
                .map(grant -> check(submission, grant, deadline))
                .orElseGet(() -> new Result.Refused(Answer.Refused.noGrant(submission.caller())));
    }

    private Result check(Submission submission, ClientGrant grant, Duration deadline) {
        return onBehalf.signer(submission)
                .map(signer -> certified(signer, submission, grant, deadline))
                .orElseGet(() -> stated(submission, grant, deadline));
    }

    /** By the gateway, where its sender may submit it. */
    private static Result certified(EventSigner signer, Submission submission, ClientGrant grant, Duration deadline) {
        return switch (checkNamed(submission, grant, deadline)) {
            case Result.Refused refused -> refused;
            case Result.Sound(CertifiedEvent event, Duration until) ->
                new Result.Sound(signer.sign(event.event()), until);
        };
    }

    /** First as it came: what breaks the rules can't be named. */
    private static Result checkNamed(Submission submission, ClientGrant grant, Duration deadline) {
        return EventRules.violation(new CertifiedEvent(submission.event(), null))
                .<Result>map(violation -> new Result.Refused(Answer.Refused.of(RejectReason.INVALID, violation)))
                .orElseGet(() -> check(new CertifiedEvent(OnBehalf.named(submission), null), grant, deadline));
    }

    private Result stated(Submission submission, ClientGrant grant, Duration deadline) {
        return switch (certificates.read(submission.certificate(), grant.defaultKey())) {
            case CertificateReading.Result.Refused refused -> new Result.Refused(refused.answer());
            case CertificateReading.Result.Read read ->
                check(new CertifiedEvent(submission.event(), read.certificate()), grant, deadline);
        };
    }

    private static Optional<Answer.Refused> objection(Event event) {
        return OnBehalf.objection(event).map(why -> Answer.Refused.of(RejectReason.INVALID, why));
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
