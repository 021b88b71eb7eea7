package io.sealstream.sealer;

import io.sealstream.kafka.local.BrokerSettings;
import io.sealstream.kafka.local.LocalBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a ledger's name of its own, at one broker for all of them. Nothing is there under that name yet. */
final class TrialLedgers implements ParameterResolver {
    private static final Namespace HERE = Namespace.create(TrialLedgers.class);
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** The broker of all tests, and where ledgers keep their state. */
    record Ground(Path directory, LocalBroker broker) implements AutoCloseable {
        static Ground prepare() {
            try {
                Path directory = Files.createTempDirectory("sealer-tests-");
                return new Ground(directory, LocalBroker.start(directory.resolve("broker"), settings()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            broker.close();
            try (Stream<Path> paths = Files.walk(directory)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** So that whoever was killed is given up soon. */
    static BrokerSettings settings() {
        return BrokerSettings.defaults()
                .with("group.min.session.timeout.ms", "500")
                .with("transaction.abort.timed.out.transaction.cleanup.interval.ms", "100");
    }

    /** A ledger that a test class takes in its constructor is the test's too, or the class's where that has one instance. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == TrialLedger.class;
    }

    @Override
    public TrialLedger resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Ground ground =
                test.getRoot().getStore(HERE).computeIfAbsent(Ground.class, key -> Ground.prepare(), Ground.class);
        String name = "trial-" + COUNT.incrementAndGet();
        return test.getStore(HERE)
                .computeIfAbsent(
                        parameter.getDeclaringExecutable(), // where a class has one, its test can have another
                        key -> new TrialLedger(
                                name, ground.broker(), ground.directory().resolve(name)),
                        TrialLedger.class);
    }
}
