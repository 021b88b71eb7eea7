package io.sealstream.verifier.doctor;

import io.sealstream.core.Sequence;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.Patience;
import io.sealstream.reader.ReadResult;
import io.sealstream.reader.TopicLedgerReader;
import io.sealstream.verifier.doctor.RegisteredKeys.Entry;
import java.util.ArrayList;
import java.util.List;

/** Which keys the ledger knows now, and whether those in files are among them. The whole ledger is read for it. */
record KeyCheck(Cluster cluster, LedgerTopicNames names, List<KeyFile> files) implements Check {
    @Override
    public String name() {
        return "keys";
    }

    @Override
    public List<Diagnosis> look() throws LedgerUnreadableException {
        RegisteredKeys keys = new RegisteredKeys();
        Patience patience = new Patience(cluster.timeout(), cluster.timeout());
        try (TopicLedgerReader reader = TopicLedgerReader.open(cluster.connection(), names, patience)) {
            if (reader.read(keys) instanceof ReadResult.Incomplete(String reason)) {
                return List.of(Diagnosis.skip(name(), reason + "; a longer --timeout reads further"));
            }
        }
        List<Diagnosis> found = new ArrayList<>();
        found.add(overview(keys));
        files.forEach(file -> found.add(judged(file, keys)));
        return found;
    }

    private Diagnosis overview(RegisteredKeys keys) {
        String detail = keys.valid(KeyRole.ROOT) + " root, " + keys.valid(KeyRole.PRODUCER) + " producer, "
                + keys.revoked() + " revoked";
        return keys.valid(KeyRole.PRODUCER) > 0 || keys.needsNoProducers()
                ? Diagnosis.ok(name(), detail)
                : Diagnosis.warn(
                        name(),
                        detail + ": nobody can certify events",
                        addition("producer.pub") + "  # after: sealstream keygen --out producer.pem");
    }

    private Diagnosis judged(KeyFile file, RegisteredKeys keys) {
        NamedPublicKey key = file.key();
        if (keys.isCheckpointKey(key.publicKey())) {
            return Diagnosis.ok(name(), file.file() + ": the ledger's checkpoint key");
        }
        return keys.find(key.keyId())
                .map(entry -> judged(file, entry))
                .orElseGet(() -> keys.idOf(key.publicKey())
                        .map(id -> Diagnosis.fail(
                                name(),
                                file.file() + ": the ledger knows this key as " + id + ", not as " + key.keyId(),
                                "make the file say so: Key-Id: " + id))
                        .orElseGet(() -> unknown(file)));
    }

    private Diagnosis judged(KeyFile file, Entry entry) {
        String what = file.file() + ": " + file.key().keyId();
        if (!entry.publicKey().equals(file.key().publicKey())) {
            return Diagnosis.fail(
                    name(),
                    what + " is another key in the ledger; an id is used once",
                    "sealstream keygen --out new.pem  # and add that one");
        }
        Sequence revokedBy = entry.revokedBy();
        return revokedBy == null
                ? Diagnosis.ok(
                        name(), what + " is registered as " + entry.role().jsonName())
                : Diagnosis.fail(
                        name(),
                        what + " was revoked at sequence " + revokedBy,
                        "sealstream keygen --out new.pem  # and add that one: a key is never added again");
    }

    private Diagnosis unknown(KeyFile file) {
        return Diagnosis.fail(
                name(),
                file.file() + ": " + file.key().keyId() + " is not registered in " + names.ledger(),
                addition(file.publicFile()));
    }

    private String addition(String publicFile) {
        return cluster.sealstream("key add", names.ledger()) + "--root-key root.pem --public-key " + publicFile;
    }
}
