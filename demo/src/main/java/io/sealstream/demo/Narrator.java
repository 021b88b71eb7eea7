package io.sealstream.demo;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** Tells what happens, on standard output; in colour where that is a terminal that wants it. */
final class Narrator {
    private final PrintWriter out;
    private final Ansi colours;

    Narrator(PrintWriter out, Ansi colours) {
        this.out = out;
        this.colours = colours;
    }

    void step(String title) {
        print(String.format(Locale.ROOT, "%n@|bold %s|@%n", title));
    }

    /** A command that the reader could type. */
    void command(String line) {
        print("  @|faint $|@ " + line + "\n");
    }

    void say(String line) {
        print("  " + line + "\n");
    }

    /** One row of the table of tamperings. */
    void row(String what, String verdict, String fault, boolean expected) {
        String mark = expected ? "@|green caught|@" : "@|bold,red NOT AS EXPECTED|@";
        print(String.format(Locale.ROOT, "  %-56s %-9s %-32s %s%n", what, verdict, fault, mark));
    }

    void conclusion(boolean good, String line) {
        print(String.format(Locale.ROOT, "%n@|%s %s|@%n", good ? "bold,green" : "bold,red", line));
    }

    private void print(String markup) {
        out.print(colours.string(markup));
        out.flush();
    }
}
