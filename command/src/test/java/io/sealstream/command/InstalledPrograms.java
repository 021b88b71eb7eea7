package io.sealstream.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Programs of others that some tests run where they are there. */
public final class InstalledPrograms {
    private InstalledPrograms() {}

    /** Whether the PATH has it. */
    public static boolean has(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
