package io.sealstream.verifier.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.verify.FaultKind;
import io.sealstream.core.verify.FindingKind;
import io.sealstream.core.verify.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of docs/faults.md. Those of DEGRADED reasons are looked at where both sides are known. */
class ExplanationsTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)#([^)]+)\\)");

    private final Explanations explanations = Explanations.load();

    static Stream<Arguments> words() {
        return Stream.of(
                        of(Subject.VERDICT, Verdict.values()),
                        of(Subject.FAULT, FaultKind.values()),
                        of(Subject.FINDING, FindingKind.values()),
                        of(Subject.REJECTION, RejectReason.values()))
                .flatMap(words -> words);
    }

    private static Stream<Arguments> of(Subject subject, Enum<?>... words) {
        return Stream.of(words).map(word -> Arguments.of(word.name(), subject));
    }

    @ParameterizedTest
    @MethodSource("words")
    void everyWordHasAPage(String name, Subject subject) {
        Explanation page = explanations.require(name);

        assertThat(page.subjects()).contains(subject);
        assertThat(page.paragraphs().size()).isGreaterThanOrEqualTo(4);
        assertThat(page.text()).contains("Does not mean", "Next.", "More.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAYLOAD_MISMATCH", "payload_mismatch", "Payload-Mismatch", "payload mismatch"})
    void aWordIsFoundHoweverItIsWritten(String word) {
        assertThat(explanations.of(word)).map(Explanation::name).contains("PAYLOAD_MISMATCH");
    }

    @Test
    void aPageReadsWellOnATerminal() {
        assertThat(explanations.all()).allSatisfy(page -> {
            assertThat(page.text().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
            assertThat(page.text()).doesNotContain("**", "`", "](");
        });
    }

    @Test
    void everyLinkLeadsToAHeading() throws Exception {
        String markdown = Files.readString(DOCS.resolve("faults.md"));

        assertThat(LINK.matcher(markdown).results()).isNotEmpty().allSatisfy(link -> {
            Path page = link.group(1).isEmpty() ? DOCS.resolve("faults.md") : DOCS.resolve(link.group(1));
            assertThat(Files.readString(page).lines().filter(line -> line.startsWith("#")))
                    .as(link.group())
                    .anyMatch(heading -> anchor(heading).equals(link.group(2)));
        });
    }

    /** As GitHub makes it of a heading. */
    private static String anchor(String heading) {
        return heading.replaceFirst("#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 _-]", "")
                .replace(' ', '-');
    }
}
