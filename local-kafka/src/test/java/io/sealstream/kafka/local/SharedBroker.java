package io.sealstream.kafka.local;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One broker for all tests of a JVM that ask for a {@link TestBroker}. Whoever stops or breaks a broker starts one of their own. */
public final class SharedBroker implements ParameterResolver, NeedsBroker {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestBroker.class;
    }

    @Override
    public TestBroker resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    /** For extensions that build on it. */
    public static TestBroker of(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedBroker.class))
                .computeIfAbsent(TestBroker.class, key -> TestBroker.start(), TestBroker.class);
    }
}
