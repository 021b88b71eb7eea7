package io.sealstream.reader;

import io.sealstream.kafka.local.BrokerSettings;
import io.sealstream.kafka.local.LocalBroker;
import io.sealstream.kafka.local.TestBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.ResourcePatternFilter;

/** A broker that asks who one is: its operator may do everything, and a guest what was granted and nothing else. */
public final class GuardedBroker implements AutoCloseable {
    private static final String GUEST = "User:guest";
    private static final String MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule required";

    private final LocalBroker broker;
    private final Path guestFile;
    private final Admin admin;

    private GuardedBroker(LocalBroker broker, Path guestFile) {
        this.broker = broker;
        this.guestFile = guestFile;
        this.admin = Admin.create(operatorClient());
    }

    /** @param directory for it and for {@link #guestFile} */
    public static GuardedBroker start(Path directory) {
        LocalBroker broker = LocalBroker.start(directory.resolve("broker"), settings());
        try {
            Path guestFile = Files.writeString(
                    directory.resolve("guest.properties"),
                    guest().entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                            .collect(Collectors.joining()));
            return new GuardedBroker(broker, guestFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The controller's listener asks nobody, so whoever is there without a name is the broker itself. */
    private static BrokerSettings settings() {
        return TestBroker.settings()
                .with("allow.everyone.if.no.acl.found", "false")
                .with("super.users", "User:operator;User:ANONYMOUS")
                .with("listener.security.protocol.map", "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT")
                .with("inter.broker.listener.name", "PLAINTEXT")
                .with("sasl.enabled.mechanisms", "PLAIN")
                .with("sasl.mechanism.inter.broker.protocol", "PLAIN")
                .with(
                        "listener.name.plaintext.plain.sasl.jaas.config",
                        MODULE + " username=operator password=operator user_operator=operator user_guest=guest;");
    }

    private static Map<String, String> logIn(String user) {
        return Map.of(
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                MODULE + " username=" + user + " password=" + user + ";");
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** How the operator logs in. */
    public static Map<String, String> operator() {
        return logIn("operator");
    }

    /** How the guest logs in. */
    public static Map<String, String> guest() {
        return logIn("guest");
    }

    /** All that an operator's client needs. */
    public Map<String, Object> operatorClient() {
        Map<String, Object> client = new HashMap<>(operator());
        client.put("bootstrap.servers", broker.bootstrapServers());
        return client;
    }

    /** Of the guest. */
    public KafkaConnection guestConnection() {
        Map<String, Object> client = new HashMap<>(guest());
        client.put("bootstrap.servers", broker.bootstrapServers());
        return new KafkaConnection(client);
    }

    /** The guest's log-in for {@code --command-config}. */
    public Path guestFile() {
        return guestFile;
    }

    /** Of the operator. */
    public Admin admin() {
        return admin;
    }

    /** From when this returns on, the guest may do these and nothing else. */
    public void permitOnly(List<Grant> grants) {
        AclBindingFilter ofGuest = new AclBindingFilter(
                ResourcePatternFilter.ANY,
                new AccessControlEntryFilter(GUEST, null, AclOperation.ANY, AclPermissionType.ANY));
        Set<AclBinding> wanted = grants.stream().map(grant -> grant.to(GUEST)).collect(Collectors.toSet());
        try {
            Set<AclBinding> before =
                    new HashSet<>(admin.describeAcls(ofGuest).values().get());
            Set<AclBinding> tooMuch = new HashSet<>(before);
            tooMuch.removeAll(wanted);
            admin.deleteAcls(tooMuch.stream().map(AclBinding::toFilter).toList())
                    .all()
                    .get();
            admin.createAcls(wanted).all().get();
            while (!wanted.equals(
                    Set.copyOf(admin.describeAcls(ofGuest).values().get()))) {
                Thread.onSpinWait(); // the broker hears of it from the controller
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
        broker.close();
    }
}
