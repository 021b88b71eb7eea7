package io.sealstream.benchmarks;

import org.jspecify.annotations.Nullable;

/**
 * One number that a measurement gives.
 *
 * @param name as in {@code seal.recorded}
 * @param floor the name of the figure that it is compared with, or null where it is a floor itself
 */
record Figure(String name, Unit unit, @Nullable String floor) {
    enum Unit {
        /** More is better. */
        PER_SECOND("1/s"),
        /** Less is better. */
        MILLISECONDS("ms");

        private final String symbol;

        Unit(String symbol) {
            this.symbol = symbol;
        }

        @Override
        public String toString() {
            return symbol;
        }
    }

    static Figure rate(String name, @Nullable String floor) {
        return new Figure(name, Unit.PER_SECOND, floor);
    }

    static Figure time(String name, @Nullable String floor) {
        return new Figure(name, Unit.MILLISECONDS, floor);
    }
}
