package io.sealstream.sealer;

import io.sealstream.kafka.local.NeedsBroker;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test a ledger's name of its own, at one broker for all of them. Nothing is there under that name yet. */
final class TrialLedgers implements ParameterResolver, NeedsBroker {
    private static final Namespace HERE = Namespace.create(TrialLedgers.class);
    private static final AtomicInteger COUNT = new AtomicInteger();

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
        TestBroker broker = SharedBroker.of(test);
        String name = "trial-" + COUNT.incrementAndGet();
        return test.getStore(HERE)
                .computeIfAbsent(
                        parameter.getDeclaringExecutable(), // where a class has one, its test can have another
                        key -> new TrialLedger(name, broker.bootstrapServers(), broker.besides(name)),
                        TrialLedger.class);
    }
}
