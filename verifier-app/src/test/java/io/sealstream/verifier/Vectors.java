package io.sealstream.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import io.sealstream.core.checkpoint.Checkpoint;
import io.sealstream.core.checkpoint.NoteSigner;
import io.sealstream.core.verify.FaultKind;
import io.sealstream.verifier.checkpoint.CheckpointClaim;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The ledgers of the format's vectors, and what is expected of them. */
final class Vectors {
    static final Path LEDGERS = Path.of("src/test/resources/vectors/ledgers");
    private static final String ORIGIN = "example.com/payments";
    private static final NoteSigner SIGNER = new NoteSigner(ORIGIN, TestKeys.CHECKPOINT);

    private Vectors() {}

    static ObjectNode expectations() throws InvalidJsonException {
        return StrictJson.object(Bytes.utf8(TestFiles.read(LEDGERS.resolve("expected.json"))));
    }

    /** A ledger that has such a fault. Empty where only a topic can. */
    static Optional<String> with(FaultKind kind) throws InvalidJsonException {
        return expectations().properties().stream()
                .filter(entry -> StreamSupport.stream(
                                entry.getValue().get("faults").spliterator(), false)
                        .anyMatch(fault -> fault.get("kind").textValue().equals(kind.name())))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The arguments of {@code verify} for a ledger, with the checkpoint that it is to be held to. */
    static List<String> where(String name, Path directory) throws InvalidJsonException {
        List<String> arguments = new ArrayList<>(
                List.of("--file", LEDGERS.resolve(name + ".jsonl").toString()));
        checkpoint(name).ifPresent(checkpoint -> {
            Path file = TestFiles.write(
                    directory.resolve("checkpoint"), checkpoint.sign(SIGNER).toString());
            arguments.addAll(List.of("--checkpoint", file.toString(), "--require-checkpoint"));
            arguments.addAll(List.of("--checkpoint-vkey", SIGNER.verifierKey().toString()));
        });
        return arguments;
    }

    /** What the ledger is to be held to, where it is to anything. */
    static Optional<Checkpoint> checkpoint(String name) throws InvalidJsonException {
        JsonNode checkpoint = expectations().get(name).get("checkpoint");
        return checkpoint.isNull()
                ? Optional.empty()
                : Optional.of(new Checkpoint(
                        ORIGIN,
                        checkpoint.get("size").longValue(),
                        Hash.ofHex(checkpoint.get("root").textValue())));
    }

    /** {@code checkpoint} as it is given to a run that trusts it. */
    static CheckpointClaim claim(Checkpoint checkpoint) {
        return new CheckpointClaim(
                "checkpoint", Bytes.utf8(checkpoint.sign(SIGNER).toString()), SIGNER.verifierKey());
    }
}
