package io.sealstream.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the project that are made of its code. A test compares; with a property set, it writes them anew. */
final class Generated {
    private static final String REGENERATE = "sealstream.regenerate";
    /** The project's directory, seen from this module's. */
    static final Path ROOT = Path.of("..");

    private Generated() {}

    static void requireSame(Path file, String expected) throws IOException {
        if (Boolean.getBoolean(REGENERATE)) {
            Files.writeString(file, expected);
        }
        assertThat(file)
                .as(
                        "%s no longer says what the code does; make it anew with: mvn -pl demo -am test -Dtest='Generated*'"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -D%s",
                        file, REGENERATE)
                .content()
                .isEqualTo(expected);
    }
}
