package io.sealstream.follower;

import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.follower.FollowerConfig.Kept;
import io.sealstream.follower.FollowerConfig.Start;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.SampleLedger;
import io.sealstream.reader.TestTopics;
import io.sealstream.reader.TopicInspector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A sealed topic, a state directory, and followers of the one in the other. */
record FollowerRig(TestTopics topics, LedgerTopicNames names, Path directory) {
    static final Duration LIMIT = Duration.ofSeconds(60);
    static final List<SealedEvent> EVENTS = SampleLedger.events();

    void createTopic() {
        topics.create(names.sealed(), Map.of("retention.ms", "-1"));
    }

    /** Writes the records of the sample ledger from {@code begin} up to before {@code end}. */
    void write(int begin, int end) {
        topics.write(names, EVENTS.subList(begin, end));
    }

    FollowerConfig config(Start start) {
        try (TopicInspector inspector = new TopicInspector(topics.connection(), LIMIT)) {
            LedgerTopics ids = new LedgerTopics(inspector.clusterId(), "", inspector.topicId(names.sealed()));
            CertificateVerifier certificates = new CertificateVerifier(SignatureSchemes.supported());
            return new FollowerConfig(names, ids, topics.client(), directory, start, certificates, Kept.INDEX);
        } catch (LedgerUnreadableException e) {
            throw new IllegalStateException(e);
        }
    }

    /** With a store that has whole records. */
    FollowerConfig keepingRecords() {
        FollowerConfig config = config(Start.RESUME);
        return new FollowerConfig(
                names,
                config.topics(),
                config.client(),
                directory,
                config.start(),
                config.certificates(),
                Kept.RECORDS);
    }

    Follower open() {
        return Follower.open(config(Start.RESUME));
    }

    Follower started() {
        Follower follower = open();
        follower.start();
        return follower;
    }

    /** Follows up to the end, and stops. */
    void followToTheEnd() throws InterruptedException {
        try (Follower follower = started()) {
            if (!follower.awaitCaughtUp(LIMIT)) {
                throw new IllegalStateException("not caught up: " + follower.status() + " " + follower.fault());
            }
        }
    }
}
