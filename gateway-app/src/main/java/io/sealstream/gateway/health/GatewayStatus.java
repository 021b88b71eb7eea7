package io.sealstream.gateway.health;

/** Whether a gateway takes events and gives them back. */
public sealed interface GatewayStatus {
    /** As health shows it. */
    String name();

    /** One line for people; empty where there is nothing to say. */
    String detail();

    /** Whether callers are well served here: records are given back, and the ledger is followed. */
    default boolean isServing() {
        return this instanceof Healthy || this instanceof NotSealing;
    }

    /** Reads what was sealed before it started; neither submissions nor reads are answered yet. */
    record Starting(String detail) implements GatewayStatus {
        @Override
        public String name() {
            return "STARTING";
        }
    }

    /** @param detail what keeps it from reading on at the moment, such as brokers that are away */
    record Healthy(String detail) implements GatewayStatus {
        @Override
        public String name() {
            return "HEALTHY";
        }
    }

    /** No sealer is at work: nothing is submitted, and all else goes on. */
    record NotSealing(String detail) implements GatewayStatus {
        @Override
        public String name() {
            return "NOT_SEALING";
        }
    }

    /** The ledger, or this gateway's store, is at fault: what was found sound before is given back, and nothing is submitted. */
    record Degraded(String detail) implements GatewayStatus {
        @Override
        public String name() {
            return "DEGRADED";
        }
    }

    /** Answers what it has, and takes nothing more. */
    record Stopping() implements GatewayStatus {
        @Override
        public String name() {
            return "STOPPING";
        }

        @Override
        public String detail() {
            return "the gateway stops; ask another one, or this one again in a while";
        }
    }
}
