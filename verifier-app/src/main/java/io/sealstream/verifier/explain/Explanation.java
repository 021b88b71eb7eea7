package io.sealstream.verifier.explain;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The page about a word.
 *
 * @param name as reports write it
 * @param subjects what it is, at least one
 * @param paragraphs in Markdown, the first of them one sentence or two that say what it means
 */
public record Explanation(String name, Set<Subject> subjects, List<String> paragraphs) {
    private static final int WIDTH = 100;
    private static final Pattern LINK = Pattern.compile("\\[([^]]+)]\\(([^)#]*)#?([^)]*)\\)");

    public Explanation {
        subjects = Set.copyOf(subjects);
        paragraphs = List.copyOf(paragraphs);
    }

    /** What it means, on one line, as plain text. */
    public String summary() {
        return plain(paragraphs.getFirst());
    }

    /** The page as plain text, in lines that fit a terminal, with a newline at its end. */
    public String text() {
        return paragraphs.stream()
                .map(paragraph -> wrapped(plain(paragraph)))
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    /** As in {@code fault, rejection}. */
    public String kinds() {
        return subjects.stream().sorted().map(Subject::word).collect(Collectors.joining(", "));
    }

    private static String plain(String markdown) {
        String linked = LINK.matcher(markdown).replaceAll(link -> {
            String page = link.group(2).isEmpty() ? "faults.md" : link.group(2);
            return link.group(1) + " (docs/" + page + ")";
        });
        return linked.replace("**", "").replace("`", "");
    }

    private static String wrapped(String line) {
        StringBuilder text = new StringBuilder();
        int column = 0;
        for (String word : line.split(" ", -1)) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                text.append('\n');
                column = 0;
            } else if (column > 0) {
                text.append(' ');
                column++;
            }
            text.append(word);
            column += word.length();
        }
        return text.toString();
    }
}
