package io.sealstream.kafka.local;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Of extensions that give tests a {@link TestBroker}: where it is to run in a container and nothing runs those, they are skipped. */
public interface NeedsBroker extends ExecutionCondition {
    @Override
    default ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return TestServer.IMAGE == null || ContainerServer.isPossible()
                ? ConditionEvaluationResult.enabled("a broker can be started")
                : ConditionEvaluationResult.disabled("no Docker engine answers: start one, or leave out -Pcontainers");
    }
}
