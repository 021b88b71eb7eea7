package io.sealstream.core.policy;

/** An {@link AdmissionRule} with its settings. */
@FunctionalInterface
public interface AdmissionCheck {
    /**
     * What the rule says of an event that would be sealed otherwise. Called by one thread, in the order of the intake,
     * and sealing waits for it: it must be quick, so no file and no network. It must not depend on being called once for
     * each event, as a transaction that is aborted comes again. Whatever it throws quarantines the event, but
     * for a {@link VirtualMachineError} other than a stack that overflows, which ends sealing.
     */
    Judgement judge(Candidate candidate);
}
