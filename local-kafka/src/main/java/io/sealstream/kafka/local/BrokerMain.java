package io.sealstream.kafka.local;

import java.io.IOException;

/**
 * What a broker's process runs: Kafka's own main, and an eye on the parent, so that no broker outlives a parent that was killed.
 */
final class BrokerMain {

    private static final int PARENT_IS_GONE = 1;

    private BrokerMain() {}

    /** @param arguments the file with the server's properties */
    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().name("parent-watch").start(BrokerMain::haltWithParent);
        kafka.Kafka.main(arguments);
    }

    /** The parent holds the other end of standard input; it ends when the parent does, however that ends. */
    private static void haltWithParent() {
        try {
            while (System.in.read() >= 0) {
                // Nobody writes here.
            }
        } catch (IOException e) {
            // As good as the end.
        }
        Runtime.getRuntime().halt(PARENT_IS_GONE);
    }
}
