package io.sealstream.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** docs/consumers.md, whose code and commands are tried as they stand there. */
record ConsumersPage(String text) {
    private static final Path ROOT = Path.of("..");

    static ConsumersPage read() {
        return new ConsumersPage(read(ROOT.resolve("docs/consumers.md")));
    }

    /** Of the example of that name, from its imports on. */
    static String source(Class<?> example) {
        String text = read(
                ROOT.resolve("examples/src/main/java/io/sealstream/examples/" + example.getSimpleName() + ".java"));
        return text.substring(text.indexOf("import "));
    }

    /** The command of the page that begins with {@code program}, for a ledger that is somewhere else. */
    String command(String program, String address, String ledger) {
        String line = text.lines()
                .filter(each -> each.startsWith(program + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no command of " + program + " in docs/consumers.md"));
        return line.replace("localhost:9092", address).replace("payments", ledger);
    }

    /** The class path that it sets, {@code MODULE/target/DIRECTORY/*}. */
    Path classPath() {
        Matcher line = Pattern.compile("(?m)^export CLASSPATH=\"(.*)/\\*\"$").matcher(text);
        assertThat(line.find()).as("export CLASSPATH in docs/consumers.md").isTrue();
        return Path.of(line.group(1));
    }

    /** @param module a folder, empty for the root */
    static String pom(String module) {
        return read(ROOT.resolve(module).resolve("pom.xml"));
    }

    String[] arguments(String program, String address, String ledger) {
        return command(program, address, ledger).substring(program.length() + 1).split(" ", -1);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
