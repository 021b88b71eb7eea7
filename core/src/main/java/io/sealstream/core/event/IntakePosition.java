package io.sealstream.core.event;

/**
 * Where in the intake topic an event came from.
 *
 * @param partition 0, or -1 for what the ledger itself wrote
 * @param offset at least 0, or -1 for what the ledger itself wrote
 */
public record IntakePosition(int partition, long offset) {
    /** The position of the genesis and of policy notes: they never were in the intake. */
    public static final IntakePosition NONE = new IntakePosition(-1, -1);

    public static IntakePosition at(long offset) {
        return new IntakePosition(0, offset);
    }

    /** Whether this can be the position of a record of the intake. */
    public boolean isInIntake() {
        return partition == 0 && offset >= 0;
    }

    @Override
    public String toString() {
        return partition + "/" + offset;
    }
}
