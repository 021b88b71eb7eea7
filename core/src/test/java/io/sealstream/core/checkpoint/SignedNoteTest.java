package io.sealstream.core.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Bytes;
import io.sealstream.core.key.Ed25519SigningKey;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The keys and notes that the tests of golang.org/x/mod/sumdb/note (BSD-3-Clause) and C2SP's signed-note use. */
class SignedNoteTest {
    private static final String TEXT = """
            If you think cryptography is the answer to your problem,
            then you don't know what your problem is.
            """;
    private static final String PETER_LINE = """
            — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
            """;
    private static final String ENOCH_LINE = """
            — EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=
            """;
    private static final NoteVerifierKey PETER =
            NoteVerifierKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    private static final NoteVerifierKey ENOCH =
            NoteVerifierKey.parse("EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop");

    @Test
    void signsAsGoDoes() {
        byte[] typedSeed = Base64.getDecoder().decode("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
        Bytes seed = Bytes.ofHex(Bytes.wrap(typedSeed).hex().substring(2));
        NoteSigner signer = new NoteSigner("PeterNeumann", Ed25519SigningKey.ofSeed(seed));

        SignedNote note = SignedNote.sign(TEXT, signer);

        assertThat(note).hasToString(TEXT + "\n" + PETER_LINE);
        assertThat(signer.verifierKey()).isEqualTo(PETER);
    }

    @Test
    void readsWhatGoSigned() {
        SignedNote note = SignedNote.parse(Bytes.utf8(TEXT + "\n" + PETER_LINE + ENOCH_LINE));

        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.signatures()).extracting(NoteSignature::key).containsExactly(PETER.id(), ENOCH.id());
        assertThat(PETER.verify(note.text(), note.signatures().get(0))).isTrue();
        assertThat(ENOCH.verify(note.text(), note.signatures().get(1))).isTrue();
        assertThat(ENOCH.verify(note.text(), note.signatures().get(0))).isFalse();
    }

    @Test
    void splitsAtTheLastBlankLine() {
        String text = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n";
        String line = "— quasimodo.example/salvatore "
                + "NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n";

        SignedNote note = SignedNote.parse(Bytes.utf8(text + "\n" + line));

        assertThat(note.text()).isEqualTo(text);
        assertThat(note.signatures().getFirst().key()).hasToString("quasimodo.example/salvatore+367ba04b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "one\n", "one\n\ntwo\n", "a blank line at its end\n\n", "two\n\n\n", "é 𝄞\n"})
    void comesBackFromItsEncoding(String text) {
        SignedNote note = new SignedNote(text, List.of(line(PETER_LINE), line(ENOCH_LINE)));

        assertThat(SignedNote.parse(note.encode())).isEqualTo(note);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no newline", "tab\t\n", "return\r\n", "half a pair \ud834\n"})
    void refusesTextsThatNoNoteCanHold(String text) {
        List<NoteSignature> signatures = List.of(line(PETER_LINE));

        assertThatThrownBy(() -> new SignedNote(text, signatures)).isInstanceOf(NoteFormatException.class);
    }

    @Test
    void takesAHundredSignatures() {
        SignedNote note = new SignedNote(TEXT, Collections.nCopies(100, line(PETER_LINE)));

        assertThat(SignedNote.parse(note.encode())).isEqualTo(note);
    }

    @Test
    void takesAMillionBytesAndNotOneMore() {
        String around = "\n\n" + PETER_LINE;
        String text = "x".repeat(SignedNote.MAX_BYTES - Bytes.utf8(around).length());
        Bytes oneMore = Bytes.utf8("x" + text + around);

        assertThat(SignedNote.parse(Bytes.utf8(text + around)).text()).startsWith(text);
        assertThatThrownBy(() -> SignedNote.parse(oneMore)).hasMessageContaining("at most 1000000 bytes, not 1000001");
    }

    private static NoteSignature line(String withNewline) {
        return NoteSignature.parse(withNewline.strip());
    }
}
