package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.Progress;
import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.PrivateKey;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.verifier.run.Asked;
import io.sealstream.verifier.run.FileSource;
import io.sealstream.verifier.run.VerificationRun;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports, and what a report says of them. */
class VerifyFileTest {
    @TempDir
    private Path directory;

    @Test
    void theTextReportIsTheDefault() {
        Cli.Ended ended = Cli.run("verify", "--file", export(TestLedger.of(2)));

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).startsWith("VERIFIED: ledger test is whole\n");
    }

    @Test
    void aReportIsWrittenToAFileToo() {
        Path report = directory.resolve("report.json");

        Cli.Ended ended = verify(TestLedger.of(2), "--report", report.toString());

        assertThat(report).hasContent(ended.out());
    }

    @Test
    void whatAFileCannotShowIsNotChecked() {
        Cli.Ended ended = verify(TestLedger.of(2));

        assertThat(ended.notChecked())
                .anyMatch(line -> line.contains("rules of the topic"))
                .anyMatch(line -> line.contains("every intake record has one outcome"));
    }

    /** Nobody writes to it, so whoever opened it would wait. */
    @Test
    void aPipeIsRefused() throws Exception {
        String pipe = directory.resolve("pipe").toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();

        Cli.Ended ended = Cli.verify(List.of("--file", pipe));

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.err().lines()).singleElement().asString().contains(pipe, "write the export to a file first");
    }

    @Test
    void payloadsKeptElsewhereAreCounted() {
        TestLedger ledger = TestLedger.of(2);
        for (int i = 0; i < 3; i++) {
            Payload payload = Payload.at("s3://bucket/" + i, 5, Hash.ZERO);
            ledger.seal(TestKeys.PRODUCER, TestLedger.event("elsewhere-" + i, "test.happened", payload));
        }

        Cli.Ended ended = verify(ledger);

        assertThat(ended.verdict()).isEqualTo("VERIFIED");
        assertThat(ended.notChecked()).anyMatch(line -> line.contains("payloads of 3 events"));
    }

    @Test
    void certificatesThatAreOnlyRecordedAreFindings() {
        TestLedger ledger = ledger(Certification.RECORDED);
        ledger.seal(
                TestKeys.STRANGER, TestLedger.event("strange", "test.happened", Payload.at("s3://a", 1, Hash.ZERO)));

        Cli.Ended ended = verify(ledger);

        assertThat(ended.verdict()).isEqualTo("VERIFIED");
        assertThat(ended.json().get("findings").get(0).get("kind").textValue()).isEqualTo("UNVERIFIED_CERTIFICATE");
        assertThat(ended.notChecked()).anyMatch(line -> line.contains("only records their certificates"));
    }

    @Test
    void anOpaqueCertificateIsOneFindingWhereCertificatesAreOnlyRecorded() {
        Certificate opaque =
                new Certificate(SignatureAlgorithm.OPAQUE, new KeyId(""), Bytes.utf8("by a partner's device"), null);
        TestLedger ledger = ledger(Certification.RECORDED);
        ledger.seal(new CertifiedEvent(
                TestLedger.event("opaque", "test.happened", Payload.at("s3://a", 1, Hash.ZERO)), opaque));

        Cli.Ended ended = verify(ledger);

        assertThat(ended.verdict()).isEqualTo("VERIFIED");
        assertThat(ended.json().get("findings"))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.get("kind").textValue()).isEqualTo("OPAQUE_CERTIFICATE"));
    }

    @Test
    void certificatesOfEachAlgorithmAreVerified() {
        TestLedger ledger = TestLedger.of(0);
        for (SignatureAlgorithm algorithm :
                List.of(SignatureAlgorithm.ECDSA_P256_SHA256, SignatureAlgorithm.ML_DSA_65)) {
            PrivateKey key = PrivateKey.generate(algorithm, new SecureRandom());
            KeyAdded added = new KeyAdded(key.keyId(), key.publicKey(), KeyRole.PRODUCER, List.of());
            Payload payload = Payload.inline(added.toPayload());
            ledger.seal(TestKeys.ROOT, TestLedger.event(algorithm + "-added", KeyAdded.TYPE.value(), payload));
            ledger.seal(key, TestLedger.event("by-" + algorithm, "test.happened", Payload.inline(Bytes.EMPTY)));
        }

        Cli.Ended ended = verify(ledger);

        assertThat(ended.verdict()).isEqualTo("VERIFIED");
        assertThat(ended.json().get("findings")).isEmpty();
    }

    @Test
    void certificatesThatNobodyAsksForAreNotChecked() {
        TestLedger ledger = ledger(Certification.NONE);
        ledger.seal(new CertifiedEvent(
                TestLedger.event("bare", "test.happened", Payload.at("s3://a", 1, Hash.ZERO)), null));

        Cli.Ended ended = verify(ledger);

        assertThat(ended.verdict()).isEqualTo("VERIFIED");
        assertThat(ended.notChecked()).anyMatch(line -> line.contains("asks for none"));
    }

    @Test
    void withoutAGenesisCertificatesAreNotChecked() {
        TestLedger ledger = TestLedger.of(4);
        String headless = TestLedger.lines(ledger.records().subList(2, 6));

        Cli.Ended ended = verify(headless);

        assertThat(ended.faults()).containsExactly("PREFIX_MISSING@2");
        assertThat(ended.notChecked()).anyMatch(line -> line.startsWith("Certificates and control events"));
    }

    @Test
    void anEmptyFileIsIncomplete() {
        Cli.Ended ended = verify("");

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.reasons()).containsExactly("there is no record at all");
    }

    @Test
    void aFileThatIsNotThereIsAnErrorThatNamesIt() {
        Cli.Ended ended =
                Cli.verify(List.of("--file", directory.resolve("nothing.jsonl").toString()));

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.verdict()).isEqualTo("ERROR");
        assertThat(ended.err().lines()).singleElement().asString().contains("nothing.jsonl");
    }

    @Test
    void aLastLineThatIsCutOffIsMalformed() {
        String lines = TestLedger.lines(TestLedger.of(4).records());

        Cli.Ended ended = verify(lines.substring(0, lines.length() - 20));

        assertThat(ended.faults()).containsExactly("MALFORMED@5");
    }

    @Test
    void manyBatchesAreOneLedger() {
        TestLedger ledger = ledger(Certification.NONE);
        for (int i = 0; i < 10_000; i++) {
            ledger.seal(new CertifiedEvent(
                    TestLedger.event("bare-" + i, "test.happened", Payload.at("s3://a", 1, Hash.ZERO)), null));
        }
        Path checkpoint = TestFiles.write(directory.resolve("checkpoint"), ledger.checkpoint(5_555, TestKeys.STRANGER));

        Cli.Ended ended = verify(ledger, "--checkpoint", checkpoint.toString());

        assertThat(ended.verdict()).isEqualTo("VERIFIED");
        assertThat(ended.json().get("root").textValue())
                .isEqualTo(ledger.root(ledger.size()).hex());
        assertThat(ended.notChecked()).anyMatch(line -> line.contains("the ledger agrees with it"));
    }

    @Test
    void aBatchIsNoLargerThanMemoryHoweverItsRecordsAreLarge() {
        TestLedger ledger = TestLedger.of(0);
        for (int i = 0; i < 20; i++) {
            Metadata large = Metadata.of(Map.of("large", "x".repeat(1 << 20)));
            ledger.seal(
                    TestKeys.PRODUCER,
                    new Event(
                            new EventId("large-" + i),
                            new EventType("test.happened"),
                            TestLedger.CREATED_AT_MS,
                            0,
                            Payload.inline(Bytes.EMPTY),
                            large));
        }
        List<Integer> batches = new ArrayList<>();

        new VerificationRun(
                        new FileSource(ledger.write(directory.resolve("large.jsonl"))),
                        Asked.FOR_A_VERDICT,
                        records -> Progress.start(new PrintWriter(Writer.nullWriter()), "Verifying", records))
                .run((records, faults) -> batches.add(records));

        assertThat(batches).allMatch(records -> records <= 17).contains(1);
        assertThat(batches.stream().mapToInt(Integer::intValue).sum()).isEqualTo(22);
    }

    /** Where nobody can read it, a verdict is of no use; a signal's hook ends the process with this code too. */
    @Test
    void aReportThatStandardOutputDoesNotTakeIsAnErrorWhateverTheVerdict() {
        String empty = TestFiles.write(directory.resolve("empty.jsonl"), "").toString();
        PrintStream out = System.out;
        System.setOut(new PrintStream(new FullDisk(), true, StandardCharsets.UTF_8));
        int exitCode;
        try {
            exitCode = VerifierCommand.run("verify", "--file", empty);
        } finally {
            System.setOut(out);
        }

        assertThat(exitCode).isEqualTo(5);
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("no space left");
        }
    }

    private static TestLedger ledger(Certification certification) {
        return TestLedger.of(TestLedger.genesis("test", TestLedger.NOWHERE, certification, null), 0);
    }

    private String export(TestLedger ledger) {
        return ledger.write(directory.resolve("test.jsonl")).toString();
    }

    private Cli.Ended verify(TestLedger ledger, String... more) {
        return Cli.verify(List.of("--file", export(ledger)), more);
    }

    private Cli.Ended verify(String lines) {
        return Cli.verify(List.of(
                "--file",
                TestFiles.write(directory.resolve("test.jsonl"), lines).toString()));
    }
}
