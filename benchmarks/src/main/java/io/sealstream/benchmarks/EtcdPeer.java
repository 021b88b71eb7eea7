package io.sealstream.benchmarks;

import io.etcd.jetcd.ByteSequence;
import io.etcd.jetcd.Client;
import io.etcd.jetcd.KV;
import io.etcd.jetcd.kv.TxnResponse;
import io.etcd.jetcd.op.Cmp;
import io.etcd.jetcd.op.CmpTarget;
import io.etcd.jetcd.op.Op;
import io.etcd.jetcd.options.PutOption;
import io.sealstream.kafka.local.ChildProcess;
import io.sealstream.kafka.local.Loopback;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A peer: a transaction of etcd that takes the next number from a counter and puts an event under it, one after the other. */
final class EtcdPeer implements Measurement {
    private static final Figure ETCD = Figure.rate("peer.etcd", null);
    private static final ByteSequence COUNTER = bytes("counter");

    @Override
    public List<Figure> figures() {
        return List.of(ETCD);
    }

    @Override
    public Map<Figure, Double> run(Bench bench) throws Exception {
        Optional<Path> program = program();
        if (program.isEmpty()) {
            bench.say(ETCD.name() + " is skipped: there is no etcd on the PATH (on Debian: apt install etcd-server)");
            return Map.of();
        }
        Path directory = bench.newDirectory("etcd");
        String endpoint = "http://127.0.0.1:" + Loopback.freePort();
        try (ChildProcess etcd = start(program.get(), directory, endpoint);
                Client client =
                        Client.builder().endpoints(endpoint).waitForReady(true).build()) {
            Counter counter = new Counter(client.getKVClient());
            counter.begin();
            return Map.of(ETCD, Steady.perSecond(bench.scale().peers(), counter::append));
        }
    }

    private static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, 0))
                .map(directory -> Path.of(directory, "etcd"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static ChildProcess start(Path program, Path directory, String endpoint) throws IOException {
        String peer = "http://127.0.0.1:" + Loopback.freePort();
        List<String> command = List.of(
                program.toString(),
                "--data-dir=" + directory.resolve("data"),
                "--listen-client-urls=" + endpoint,
                "--advertise-client-urls=" + endpoint,
                "--listen-peer-urls=" + peer,
                "--initial-advertise-peer-urls=" + peer,
                "--initial-cluster=default=" + peer);
        return ChildProcess.start(command, directory.resolve("out"), directory.resolve("err"));
    }

    private static ByteSequence bytes(String text) {
        return ByteSequence.from(text, StandardCharsets.US_ASCII);
    }

    /** One writer, who knows the counter: it reads nothing. */
    private static final class Counter {
        private static final long LIMIT_SECONDS = 30;

        private final KV kv;
        private final Payloads payloads = Payloads.ofPayments();
        private long number;

        Counter(KV kv) {
            this.kv = kv;
        }

        void begin() throws Exception {
            var unused = kv.put(COUNTER, bytes("0")).get(LIMIT_SECONDS, TimeUnit.SECONDS);
        }

        int append() throws Exception {
            ByteSequence before = bytes(Long.toString(number));
            ByteSequence after = bytes(Long.toString(++number));
            TxnResponse response = kv.txn()
                    .If(new Cmp(COUNTER, Cmp.Op.EQUAL, CmpTarget.value(before)))
                    .Then(
                            Op.put(COUNTER, after, PutOption.DEFAULT),
                            Op.put(bytes("event/" + number), ByteSequence.from(payloads.next()), PutOption.DEFAULT))
                    .commit()
                    .get(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (!response.isSucceeded()) {
                throw new IOException("etcd's counter is not " + before + ", though nobody else writes it");
            }
            return 1;
        }
    }
}
