package io.sealstream.sealer;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the metrics that an expression of Prometheus' query language, or of a Grafana variable, names. */
final class PromQl {
    private static final Pattern VARIABLE = Pattern.compile("label_values\\((.*),\\s*\\w+\\)");
    /** What can hold names that are no metrics': strings, label matchers, ranges, lists of labels. */
    private static final Pattern NO_METRIC = Pattern.compile("\"(?:\\\\.|[^\"])*\"|\\{[^}]*}|\\[[^]]*]"
            + "|\\b(?:by|on|without|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    /** A name that no parenthesis follows: that would be a function. */
    private static final Pattern NAME = Pattern.compile("(?<![\\w.:])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");

    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

    private PromQl() {}

    static Set<String> metrics(String expression) {
        String query = VARIABLE.matcher(expression).replaceAll("$1");
        Set<String> names = new TreeSet<>();
        NAME.matcher(NO_METRIC.matcher(query).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .filter(name -> !WORDS.contains(name))
                .forEach(names::add);
        return names;
    }
}
