package io.sealstream.verifier.doctor;

import java.util.List;
import java.util.Set;

/**
 * A check that has nothing to look at where its topic is not there: asking for one that is missing only waits.
 *
 * @param missing what {@link TopicCheck} did not find
 */
record NeedsTopic(String topic, Set<String> missing, Check check) implements Check {
    @Override
    public String name() {
        return check.name();
    }

    @Override
    public List<Diagnosis> look() throws Exception {
        return missing.contains(topic) ? List.of(skipped(name(), topic)) : check.look();
    }

    static Diagnosis skipped(String check, String topic) {
        return Diagnosis.skip(check, "there is no topic " + topic + ", see topics");
    }
}
