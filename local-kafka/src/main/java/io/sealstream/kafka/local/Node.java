package io.sealstream.kafka.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * One node's place on disk and its two ports.
 *
 * @param id 1 or more
 * @param directory the node's own: {@code data} holds Kafka's logs, {@code ports.properties} the ports, so that a node that starts
 *     again is found where it was
 * @param port for clients and brokers
 * @param controllerPort for the quorum of controllers
 */
record Node(int id, Path directory, int port, int controllerPort) {

    /** @param wantedPort 0 for the port of the last time, or a free one */
    static Node open(int id, Path directory, int wantedPort) {
        try {
            Files.createDirectories(directory);
            Path file = ports(directory);
            Properties last = new Properties();
            if (Files.exists(file)) {
                try (var in = Files.newBufferedReader(file)) {
                    last.load(in);
                }
            }
            int port = wantedPort != 0 ? wantedPort : remembered(last, "port");
            return new Node(id, directory.toAbsolutePath(), port, remembered(last, "controllerPort"));
        } catch (IOException e) {
            throw new BrokerStartException("cannot use " + directory + " for a broker: " + e, e);
        }
    }

    /** Keeps the ports for the next time. */
    void remember() {
        try {
            Files.writeString(ports(directory), "port=" + port + "\ncontrollerPort=" + controllerPort + "\n");
        } catch (IOException e) {
            throw new BrokerStartException("cannot write to " + directory + ": " + e, e);
        }
    }

    private static Path ports(Path directory) {
        return directory.resolve("ports.properties");
    }

    private static int remembered(Properties last, String key) {
        int port = Integer.parseInt(last.getProperty(key, "0"));
        return port != 0 && Loopback.isFree(port) ? port : Loopback.freePort();
    }

    Path data() {
        return directory.resolve("data");
    }

    String address() {
        return Loopback.HOST + ":" + port;
    }

    String voter() {
        return id + "@" + Loopback.HOST + ":" + controllerPort;
    }
}
