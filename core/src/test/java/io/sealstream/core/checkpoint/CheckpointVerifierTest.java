package io.sealstream.core.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.checkpoint.CheckpointVerifier.Authentication;
import io.sealstream.core.checkpoint.CheckpointVerifier.Authentication.Authenticated;
import io.sealstream.core.checkpoint.CheckpointVerifier.Authentication.Refused;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointVerifierTest {
    private static final Checkpoint CHECKPOINT = new Checkpoint(
            "example.com/ledger",
            20_852_163,
            Hash.ofHex("4813494d137e1631bba301d5acab6e7bb7aa74ce1185d456565ef51d737677b2"));

    /** What the reason must say, for each error file. */
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("error_no_blank_line", "blank line"),
            Map.entry("error_no_signature", "1 to 100 signature lines, not 0"),
            Map.entry("error_no_final_newline", "ends with a newline"),
            Map.entry("error_not_utf8", "UTF-8"),
            Map.entry("error_control_character", "control character"),
            Map.entry("error_carriage_return", "control character"),
            Map.entry("error_hyphen_for_em_dash", "em dash"),
            Map.entry("error_line_behind_signatures", "em dash"),
            Map.entry("error_name_missing", "a name and a signature"),
            Map.entry("error_name_empty", "name must not be empty"),
            Map.entry("error_name_with_plus", "name must not"),
            Map.entry("error_name_with_no_break_space", "name must not"),
            Map.entry("error_three_parts", "a name and a signature"),
            Map.entry("error_signature_not_base64", "not standard base64"),
            Map.entry("error_signature_in_url_base64", "not standard base64"),
            Map.entry("error_signature_without_padding", "not standard base64"),
            Map.entry("error_signature_without_key_id", "4 bytes of key ID, not with 3"),
            Map.entry("error_signature_empty", "is empty"),
            Map.entry("error_too_many_signatures", "1 to 100 signature lines, not 101"),
            Map.entry("error_unknown_key", "none of its signatures is by example.com/ledger+60db519f"),
            Map.entry("error_same_name_another_key", "none of its signatures"),
            Map.entry("error_same_key_another_name", "none of its signatures"),
            Map.entry("error_signature_of_another_text", "does not verify"),
            Map.entry("error_signature_too_short", "does not verify"),
            Map.entry("error_one_of_two_signatures_fails", "does not verify"),
            Map.entry("error_another_origin", "origin is \"example.com/other\""),
            Map.entry("error_origin_missing", "three lines"),
            Map.entry("error_origin_empty", "name must not be empty"),
            Map.entry("error_origin_with_space", "name must not"),
            Map.entry("error_extension_line", "extension lines are not taken"),
            Map.entry("error_root_missing", "three lines"),
            Map.entry("error_size_empty", "decimal number"),
            Map.entry("error_size_leading_zero", "leading zeros"),
            Map.entry("error_size_negative", "decimal number"),
            Map.entry("error_size_plus_sign", "decimal number"),
            Map.entry("error_size_hexadecimal", "decimal number"),
            Map.entry("error_size_other_digits", "decimal number"),
            Map.entry("error_size_too_large", "at most 2^63 - 1"),
            Map.entry("error_root_not_base64", "standard base64"),
            Map.entry("error_root_without_padding", "standard base64"),
            Map.entry("error_root_stray_bits", "standard base64"),
            Map.entry("error_root_too_short", "32 bytes"),
            Map.entry("error_root_too_long", "32 bytes"));

    static Stream<Map.Entry<String, String>> reasons() {
        return REASONS.entrySet().stream().sorted(Map.Entry.comparingByKey());
    }

    private final CheckpointVerifier verifier = new CheckpointVerifier(
            NoteVerifierKey.parse("example.com/ledger+60db519f+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea"));

    @ParameterizedTest
    @ValueSource(strings = {"valid", "valid_beside_unknown_keys"})
    void authenticatesWhatTheKnownKeySigned(String file) throws Exception {
        assertThat(verifier.authenticate(read(file))).isEqualTo(new Authenticated(CHECKPOINT));
    }

    @Test
    void authenticatesTheEmptyTree() throws Exception {
        assertThat(verifier.authenticate(read("valid_size_zero")))
                .asInstanceOf(InstanceOfAssertFactories.type(Authenticated.class))
                .extracting(authenticated -> authenticated.checkpoint().size())
                .isEqualTo(0L);
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void refusesWhatBreaksARule(Map.Entry<String, String> expected) throws Exception {
        Authentication outcome = verifier.authenticate(read(expected.getKey()));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains(expected.getValue()));
    }

    @Test
    void hasAReasonToExpectForEveryErrorFile() throws Exception {
        try (Stream<Path> files = Files.list(path("valid").getParent())) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("error_"))
                            .map(name -> name.replace(".txt", "")))
                    .containsExactlyInAnyOrderElementsOf(REASONS.keySet());
        }
    }

    @Test
    void refusesANoteLongerThanAMillionBytes() {
        assertThat(verifier.authenticate(Bytes.wrap(new byte[1_000_001])))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).contains("at most 1000000 bytes"));
    }

    @Test
    void refusesNothingAtAll() {
        assertThat(verifier.authenticate(Bytes.EMPTY)).isInstanceOf(Refused.class);
    }

    @Test
    void givesAReasonThatFitsOnALineWhateverTheNoteHolds() {
        Bytes note = Bytes.utf8("text\n\n" + "\u009b31mx".repeat(10_000) + "\n");

        assertThat(verifier.authenticate(note))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .hasSizeLessThan(200)
                                .doesNotContain("\u009b"));
    }

    private static Bytes read(String name) throws IOException, URISyntaxException {
        return Bytes.wrap(Files.readAllBytes(path(name)));
    }

    private static Path path(String name) throws URISyntaxException {
        URL resource = CheckpointVerifierTest.class.getResource("/checkpoints/" + name + ".txt");
        return Path.of(Objects.requireNonNull(resource, name).toURI());
    }
}
