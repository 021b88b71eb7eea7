package io.sealstream.fuzz;

import java.util.List;
import java.util.stream.Stream;

/** All that read input from outside. A new one belongs here. */
final class Parsers {
    static final List<Parser> ALL = Stream.of(
                    RecordParsers.all(),
                    ControlParsers.all(),
                    IntakeParsers.all(),
                    NoteParsers.all(),
                    KeyParsers.all(),
                    SignatureParsers.all(),
                    LineParsers.all(),
                    StateParsers.all(),
                    TextParsers.all())
            .flatMap(List::stream)
            .toList();

    private Parsers() {}

    static Parser named(String name) {
        return ALL.stream()
                .filter(parser -> parser.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no parser " + name + ", only " + ALL));
    }
}
