package io.sealstream.core.verify;

/** Where an objection to a certificate goes: to the faults, or to the findings of a ledger that only records them. */
@FunctionalInterface
interface Objection {
    void raise(FaultKind kind, String detail);
}
