package io.sealstream.verifier.doctor;

import io.sealstream.reader.AdvertisedBrokers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.utils.Utils;

/**
 * Whether the addresses that were given answer, and whether those answer that they name. A broker tells clients its
 * {@code advertised.listeners}, and that is where they go.
 */
final class ListenerCheck implements Check {
    /** Nobody waits longer for a connection. */
    private static final Duration CONNECTION_LIMIT = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final Duration patience;
    private boolean isReachable;

    ListenerCheck(Cluster cluster) {
        this.cluster = cluster;
        this.patience = cluster.timeout().compareTo(CONNECTION_LIMIT) < 0 ? cluster.timeout() : CONNECTION_LIMIT;
    }

    /** Whether a client gets anywhere. */
    boolean isReachable() {
        return isReachable;
    }

    @Override
    public String name() {
        return "listeners";
    }

    @Override
    public List<Diagnosis> look() {
        List<Diagnosis> found = new ArrayList<>();
        for (String address : cluster.connection().address().split(",", 0)) {
            found.addAll(at(address.strip()));
        }
        return found;
    }

    private List<Diagnosis> at(String address) {
        String host = String.valueOf(Utils.getHost(address));
        int port = Optional.ofNullable(Utils.getPort(address)).orElse(0);
        Optional<String> trouble = connect(host, port);
        if (trouble.isPresent()) {
            return List.of(noAnswer(address, trouble.get()));
        }
        try {
            return judged(address, AdvertisedBrokers.at(cluster.connection(), host, port, patience));
        } catch (IOException | KafkaException e) {
            return List.of(Diagnosis.fail(
                    name(),
                    address + " accepts connections, but is no broker for this client: " + e.getMessage(),
                    "give the port of a client listener, and its security.protocol (PLAINTEXT, SSL, SASL_SSL) and"
                            + " credentials in the file of --command-config"));
        }
    }

    private Diagnosis noAnswer(String address, String trouble) {
        return Diagnosis.fail(
                name(),
                address + " cannot be reached: " + trouble,
                "check host and port of --bootstrap-server, that the broker runs, that its listeners in"
                        + " server.properties have this address, and the firewall between");
    }

    private List<Diagnosis> judged(String address, List<Node> brokers) {
        List<Diagnosis> unreachable = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Node broker : brokers) {
            names.add("broker " + broker.id() + " at " + broker.host() + ':' + broker.port());
            connect(broker.host(), broker.port())
                    .ifPresent(trouble -> unreachable.add(
                            notFromHere(address, broker, trouble, brokers.size() == 1 ? address : "HOST:PORT")));
        }
        isReachable |= unreachable.size() < brokers.size();
        return unreachable.isEmpty()
                ? List.of(Diagnosis.ok(
                        name(), address + " answers, and so does all that it advertises: " + String.join(", ", names)))
                : unreachable;
    }

    /** @param reachable what the broker could advertise */
    private Diagnosis notFromHere(String address, Node broker, String trouble, String reachable) {
        String advertised = broker.host() + ':' + broker.port();
        return Diagnosis.fail(
                name(),
                address + " answers, but the address that broker " + broker.id() + " advertises, " + advertised
                        + ", cannot be reached from here: " + trouble,
                "in server.properties of broker " + broker.id() + " set advertised.listeners to an address that this"
                        + " machine reaches, as LISTENER://" + reachable
                        + " with the name that this listener has in listeners, and"
                        + " restart it; or run this where "
                        + advertised + " answers");
    }

    /** What went wrong, or empty. */
    private Optional<String> connect(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of("no such host");
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
