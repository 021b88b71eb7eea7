package io.sealstream.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program that runs until it is ended, and what it has printed so far. */
record RunningProgram(Process process, Path out) implements AutoCloseable {
    static RunningProgram start(Class<?> program, Path out, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        line.addAll(List.of(arguments));
        return new RunningProgram(
                new ProcessBuilder(line).redirectOutput(out.toFile()).start(), out);
    }

    List<String> lines() throws IOException {
        return Files.readAllLines(out);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
