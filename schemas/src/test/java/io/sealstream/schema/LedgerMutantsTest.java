package io.sealstream.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.merkle.Frontier;
import io.sealstream.core.merkle.GrowingTree;
import io.sealstream.core.verify.InMemoryEventIds;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.LedgerRecord.Content;
import io.sealstream.core.verify.TrustedCheckpoint;
import io.sealstream.core.verify.Verdict;
import io.sealstream.core.verify.Verification;
import io.sealstream.core.verify.VerificationOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An exported ledger with one thing changed: each field of each record, as it stands in the JSON form, and the order of
 * the records. No mutant is taken for the ledger. A checkpoint is at hand: nothing else tells of a tail that was cut off,
 * or rewritten with new hashes throughout.
 */
class LedgerMutantsTest {
    private static final CertificateVerifier CERTIFICATES =
            new CertificateVerifier(RememberingScheme.ofAllAlgorithms());

    record Ledger(HashAlgorithm hash, List<SealedEvent> records, List<Content> contents) {
        @Override
        public String toString() {
            return hash.jsonName();
        }

        TrustedCheckpoint checkpoint() {
            GrowingTree tree = new GrowingTree(Frontier.EMPTY);
            for (SealedEvent record : records) {
                tree.append(record.header(hash).leafHash());
            }
            return new TrustedCheckpoint(records.size(), tree.frontier().root());
        }
    }

    /** One for each hash. */
    static Stream<Ledger> ledgers() {
        return Stream.of(HashAlgorithm.values()).map(hash -> {
            List<SealedEvent> records = MixedLedger.sealedWith(hash);
            return new Ledger(hash, records, contents(records));
        });
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void theLedgerItselfIsVerified(Ledger ledger) {
        assertThat(verdict(ledger, ledger.contents)).isEqualTo(Verdict.VERIFIED);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void noChangedFieldIsOverlooked(Ledger ledger) throws InvalidJsonException {
        List<String> overlooked = new ArrayList<>();
        int mutants = 0;
        for (int i = 0; i < ledger.records.size(); i++) {
            for (JsonMutant mutant : mutants(ledger.records.get(i))) {
                Content content = content(mutant);
                if (!content.equals(ledger.contents.get(i))) {
                    mutants++;
                    note(overlooked, i + mutant.name(), verdict(ledger, with(ledger.contents, i, content)));
                }
            }
        }

        assertThat(overlooked).isEmpty();
        report(ledger, mutants, "a changed field");
    }

    /** Whoever may write the topic can make all hashes anew, from the change to the end. */
    @ParameterizedTest
    @MethodSource("ledgers")
    void noChangedFieldIsOverlookedBehindHashesThatAreRight(Ledger ledger) throws InvalidJsonException {
        List<String> overlooked = new ArrayList<>();
        int mutants = 0;
        for (int i = 0; i < ledger.records.size(); i++) {
            for (JsonMutant mutant : mutants(ledger.records.get(i))) {
                if (content(mutant) instanceof LedgerRecord.Decoded(SealedEvent changed)) {
                    var rechained = MixedLedger.rechained(ledger.records, i, changed, ledger.hash);
                    if (!rechained.equals(ledger.records)) {
                        mutants++;
                        note(overlooked, i + mutant.name(), verdict(ledger, contents(rechained)));
                    }
                }
            }
        }

        assertThat(overlooked).isEmpty();
        report(ledger, mutants, "a changed field and new hashes behind it");
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void noRecordThatIsMissingTwiceThereOrInTheWrongPlaceIsOverlooked(Ledger ledger) {
        List<String> overlooked = new ArrayList<>();
        for (int i = 0; i < ledger.contents.size(); i++) {
            List<Content> dropped = new ArrayList<>(ledger.contents);
            Content record = dropped.remove(i);
            note(overlooked, i + " dropped", verdict(ledger, dropped));
            List<Content> doubled = new ArrayList<>(ledger.contents);
            doubled.add(i, record);
            note(overlooked, i + " doubled", verdict(ledger, doubled));
            if (i > 0) {
                List<Content> swapped = new ArrayList<>(ledger.contents);
                Collections.swap(swapped, i - 1, i);
                note(overlooked, i + " swapped with the one before", verdict(ledger, swapped));
            }
        }

        assertThat(overlooked).isEmpty();
        report(ledger, 3 * ledger.contents.size() - 1, "a record dropped, doubled or swapped with its neighbour");
    }

    private static List<JsonMutant> mutants(SealedEvent record) throws InvalidJsonException {
        return JsonMutant.of(StrictJson.object(LedgerJson.write(record)));
    }

    private static Content content(JsonMutant mutant) {
        return switch (LedgerJson.read(Bytes.utf8(StrictJson.write(mutant.json())))) {
            case Decoding.Decoded<SealedEvent>(SealedEvent record) -> new LedgerRecord.Decoded(record);
            case Decoding.Malformed<SealedEvent>(String reason) -> new LedgerRecord.Undecodable(reason);
        };
    }

    private static List<Content> contents(List<SealedEvent> records) {
        return records.stream().<Content>map(LedgerRecord.Decoded::new).toList();
    }

    private static List<Content> with(List<Content> contents, int index, Content other) {
        List<Content> changed = new ArrayList<>(contents);
        changed.set(index, other);
        return changed;
    }

    private static Verdict verdict(Ledger ledger, List<Content> contents) {
        Verification verification = new Verification(CERTIFICATES, new InMemoryEventIds(), VerificationOptions.OF_FILE);
        verification.expect(ledger.checkpoint());
        List<LedgerRecord> records = new ArrayList<>();
        contents.forEach(content -> records.add(LedgerRecord.ofFile(records.size() + 1, content)));
        verification.accept(records);
        return verification.resultAtEnd().verdict(Set.of());
    }

    private static void note(List<String> overlooked, String mutant, Verdict verdict) {
        if (verdict != Verdict.TAMPERED) {
            overlooked.add(mutant + ": " + verdict);
        }
    }

    private static void report(Ledger ledger, int mutants, String what) {
        System.out.printf("%s: %,d mutants with %s, all found%n", ledger, mutants, what);
    }
}
