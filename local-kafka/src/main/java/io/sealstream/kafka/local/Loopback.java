package io.sealstream.kafka.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.concurrent.ThreadLocalRandom;

/** The only address that a local broker listens on, and its ports. */
public final class Loopback {

    static final String HOST = "127.0.0.1";

    /** Below the range that systems give to outgoing connections: none of those takes a port between choice and use. */
    private static final int FIRST_PORT = 15_000;

    private static final int END_PORT = 32_000;
    private static final int ATTEMPTS = 200;

    private Loopback() {}

    static InetAddress address() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new AssertionError("four bytes are an address", e);
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** A port on which nothing listened a moment ago. */
    public static int freePort() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, END_PORT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException(
                "no free port on " + HOST + " after " + ATTEMPTS + " attempts: is loopback networking allowed here?");
    }
}
