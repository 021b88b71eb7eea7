package io.sealstream.fuzz;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Jazzer calls, by the names it looks for. It instruments this process, so each parser has one of its own. */
public final class FuzzTarget {
    private static @Nullable Parser parser;

    private FuzzTarget() {}

    /** @param args the parser's name */
    public static void fuzzerInitialize(String[] args) throws Exception {
        Parser named = Parsers.named(args[0]);
        named.loadItsClasses();
        parser = named;
    }

    public static void fuzzerTestOneInput(byte[] input) {
        var unused = Objects.requireNonNull(parser).take(input);
    }
}
