package io.sealstream.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Topics of one partition, which measurements fill and watch. */
final class Topics implements AutoCloseable {
    private static final Duration GLANCE = Duration.ofMillis(10);
    /** Nothing that is measured stands still for so long. */
    private static final Duration STALL = Duration.ofSeconds(60);

    private final Admin admin;

    Topics(Admin admin) {
        this.admin = admin;
    }

    /**
     * How far a topic was.
     *
     * @param nanos when that was seen, as {@link System#nanoTime}; at most some 10 ms late
     */
    record Seen(long offset, long nanos) {}

    String create(String name) throws TopicException {
        get(admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty())))
                .all());
        return name;
    }

    /** The offset that committed readers are held at: markers and aborted records count, open transactions do not. */
    long committedEnd(String topic) throws TopicException {
        return end(topic, IsolationLevel.READ_COMMITTED);
    }

    /** The offset of whatever is written next. */
    long end(String topic) throws TopicException {
        return end(topic, IsolationLevel.READ_UNCOMMITTED);
    }

    private long end(String topic, IsolationLevel isolation) throws TopicException {
        TopicPartition partition = new TopicPartition(topic, 0);
        return get(admin.listOffsets(Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(isolation))
                        .partitionResult(partition))
                .offset();
    }

    /** Waits until committed readers get to {@code offset}, or beyond it. */
    Seen await(String topic, long offset) throws TopicException, InterruptedException {
        Seen last = new Seen(committedEnd(topic), System.nanoTime());
        while (last.offset() < offset) {
            Thread.sleep(GLANCE);
            Seen now = new Seen(committedEnd(topic), System.nanoTime());
            if (now.offset() > last.offset()) {
                last = now;
            } else if (now.nanos() - last.nanos() > STALL.toNanos()) {
                throw new TopicException(topic + " has stood at offset " + last.offset() + " of " + offset + " for "
                        + STALL.toSeconds() + " s");
            }
        }
        return last;
    }

    /**
     * How fast a topic fills: from halfway to its end, so that no program's start is in it, nor most of the time in which
     * the JVMs compile.
     *
     * @return records a second; one in some thousand of them is a transaction's marker
     */
    double fillingRate(String topic, long from, long records) throws TopicException, InterruptedException {
        Seen warm = await(topic, from + records / 2);
        Seen end = await(topic, from + records);
        if (end.offset() == warm.offset()) {
            throw new TopicException(topic + " filled in one step; a rate takes more records");
        }
        return (end.offset() - warm.offset()) * 1e9 / (end.nanos() - warm.nanos());
    }

    /** Waits until a group has so many members, and none is coming or going. */
    void awaitMembers(String group, int count) throws TopicException, InterruptedException {
        long begunNanos = System.nanoTime();
        while (!hasMembers(group, count)) {
            if (System.nanoTime() - begunNanos > STALL.toNanos()) {
                throw new TopicException(
                        "the group " + group + " has not had " + count + " members for " + STALL.toSeconds() + " s");
            }
            Thread.sleep(GLANCE);
        }
    }

    /** The {@code group.instance.id} of the member of a group that a topic is assigned to. */
    Optional<String> reader(String group, String topic) throws TopicException {
        TopicPartition partition = new TopicPartition(topic, 0);
        return get(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
                .flatMap(found -> found.members().stream())
                .filter(member -> member.assignment().topicPartitions().contains(partition))
                .findFirst()
                .flatMap(MemberDescription::groupInstanceId);
    }

    private boolean hasMembers(String group, int count) throws TopicException {
        try {
            return get(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
                    .anyMatch(found -> found.groupState() == GroupState.STABLE
                            && found.members().size() == count);
        } catch (TopicException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return false; // nobody has joined yet
            }
            throw e;
        }
    }

    static <T> T get(KafkaFuture<T> answer) throws TopicException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new TopicException(String.valueOf(e.getCause()), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TopicException("interrupted while the brokers were asked", e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
