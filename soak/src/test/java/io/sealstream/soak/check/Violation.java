package io.sealstream.soak.check;

/** An invariant that does not hold, and by what. */
public record Violation(Invariant invariant, String what) {
    @Override
    public String toString() {
        return "invariant " + invariant.number() + " (" + invariant.says() + "): " + what;
    }
}
