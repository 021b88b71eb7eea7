package io.sealstream.fuzz;

import java.util.List;

/**
 * A reader of input from outside, and what it promises about every input there is: a value that survives being written
 * and read again, or the refusal that its documentation names, at a cost that grows with the input alone.
 *
 * @param samples inputs that it accepts, from which hostile ones are made
 */
record Parser(String name, List<byte[]> samples, Promise promise) {
    interface Promise {
        /**
         * @return whether {@code input} was accepted
         * @throws Exception whatever is thrown, the promise is broken
         */
        boolean keep(byte[] input) throws Exception;
    }

    /** @throws BrokenPromiseError where the promise is broken, or keeping it took too much time or memory */
    boolean take(byte[] input) {
        Cost cost = Cost.begin();
        boolean accepted;
        try {
            accepted = promise.keep(input);
        } catch (Exception | AssertionError | StackOverflowError e) {
            throw new BrokenPromiseError(name + " threw " + e, e);
        }
        cost.requireBounded(name, input.length);
        return accepted;
    }

    /** So that they are not counted as the cost of the first input: instrumented, they are a large one. */
    void loadItsClasses() throws Exception {
        for (byte[] sample : samples) {
            var unused = promise.keep(sample);
        }
        var unused = promise.keep(new byte[0]);
    }

    @Override
    public String toString() {
        return name;
    }

    static final class BrokenPromiseError extends AssertionError {
        private static final long serialVersionUID = 1L;

        BrokenPromiseError(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
