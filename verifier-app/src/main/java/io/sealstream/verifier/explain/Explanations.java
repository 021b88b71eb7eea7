package io.sealstream.verifier.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All pages. They are the third-level sections of docs/faults.md: a heading that is the word, below it a line in italics that
 * says what it is, and paragraphs.
 */
public final class Explanations {
    private static final String RESOURCE = "faults.md";
    private static final String HEADING = "### ";

    private final Map<String, Explanation> byName;

    private Explanations(Map<String, Explanation> byName) {
        this.byName = byName;
    }

    public static Explanations load() {
        try (InputStream in = Explanations.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "docs/" + RESOURCE + " is missing from sealstream-verifier-app; build it anew");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " of sealstream-verifier-app can't be read; build it anew", e);
        }
    }

    static Explanations parse(String markdown) {
        Map<String, Explanation> byName = new LinkedHashMap<>();
        for (String section : markdown.split("\n(?=#{2,3} )", -1)) {
            if (section.startsWith(HEADING)) {
                Explanation page = page(section);
                if (byName.put(page.name(), page) != null) {
                    throw new IllegalStateException(RESOURCE + " explains " + page.name() + " twice");
                }
            }
        }
        return new Explanations(byName);
    }

    /** In the order of the document. */
    public Collection<Explanation> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** @param word in any case, with - or blanks in place of _ */
    public Optional<Explanation> of(String word) {
        return Optional.ofNullable(byName.get(normal(word)));
    }

    /** The page of a word that is known to have one. */
    public Explanation require(String name) {
        return of(name).orElseThrow(() -> new IllegalStateException(RESOURCE + " does not explain " + name));
    }

    static String normal(String word) {
        return word.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    private static Explanation page(String section) {
        List<String> parts = List.of(section.strip().split("\n\n", -1));
        List<String> head = parts.getFirst().lines().toList();
        String name = head.getFirst().substring(HEADING.length());
        return new Explanation(name, subjects(name, head.getLast()), parts.subList(1, parts.size()));
    }

    /** @param line as in {@code *Fault, rejection.*} */
    private static Set<Subject> subjects(String name, String line) {
        Map<String, Subject> words =
                Stream.of(Subject.values()).collect(Collectors.toMap(subject -> normal(subject.word()), s -> s));
        return Stream.of(line.replaceAll("[*.]", "").split(",", -1))
                .map(word -> Optional.ofNullable(words.get(normal(word)))
                        .orElseThrow(() -> new IllegalStateException(RESOURCE + " says of " + name + ": " + line)))
                .collect(Collectors.toSet());
    }
}
