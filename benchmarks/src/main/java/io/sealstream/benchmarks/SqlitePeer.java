package io.sealstream.benchmarks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A peer: a hash chain with unique ids in SQLite with a write-ahead log, in this process. */
final class SqlitePeer implements Measurement {
    /** What a commit waits for, and how many events are in it. */
    enum Mode {
        NORMAL("normal", 1),
        NORMAL_BATCH("normal", 100),
        FULL("full", 1),
        FULL_BATCH("full", 100);

        private final String synchronous;
        private final int events;

        Mode(String synchronous, int events) {
            this.synchronous = synchronous;
            this.events = events;
        }
    }

    private final Mode mode;
    private final Figure figure;

    SqlitePeer(Mode mode) {
        this.mode = mode;
        this.figure = Figure.rate(
                "peer.sqlite." + mode.name().toLowerCase(Locale.ROOT).replace('_', '-'), null);
    }

    @Override
    public List<Figure> figures() {
        return List.of(figure);
    }

    @Override
    public Map<Figure, Double> run(Bench bench) throws Exception {
        Path file = bench.newDirectory("sqlite").resolve("chain.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            create(connection);
            try (Chain chain = new Chain(connection)) {
                return Map.of(figure, Steady.perSecond(bench.scale().peers(), () -> chain.append(mode.events)));
            }
        }
    }

    private void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean unused = statement.execute("PRAGMA journal_mode = WAL");
            unused = statement.execute("PRAGMA synchronous = " + mode.synchronous);
            unused =
                    statement.execute("CREATE TABLE event (sequence INTEGER PRIMARY KEY, event_id TEXT NOT NULL UNIQUE,"
                            + " payload BLOB NOT NULL, previous_hash BLOB NOT NULL, event_hash BLOB NOT NULL)");
        }
        connection.setAutoCommit(false);
    }

    /** The chain's end is kept here, so nothing is read. */
    private static final class Chain implements AutoCloseable {
        private final Connection connection;
        private final PreparedStatement insert;
        private final Payloads payloads = Payloads.ofPayments();
        private final MessageDigest digest;
        private byte[] head = new byte[32];
        private long sequence;

        Chain(Connection connection) throws Exception {
            this.connection = connection;
            this.insert = connection.prepareStatement("INSERT INTO event VALUES (?, ?, ?, ?, ?)");
            this.digest = MessageDigest.getInstance("SHA-256");
        }

        /** In one transaction. */
        int append(int events) throws SQLException {
            for (int i = 0; i < events; i++) {
                append("event-" + ++sequence, payloads.next());
            }
            connection.commit();
            return events;
        }

        private void append(String eventId, byte[] payload) throws SQLException {
            byte[] previous = head;
            digest.update(previous);
            digest.update(eventId.getBytes(StandardCharsets.UTF_8));
            head = digest.digest(payload);
            insert.setLong(1, sequence);
            insert.setString(2, eventId);
            insert.setBytes(3, payload);
            insert.setBytes(4, previous);
            insert.setBytes(5, head);
            int unused = insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            insert.close();
        }
    }
}
