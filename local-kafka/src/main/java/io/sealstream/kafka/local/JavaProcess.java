package io.sealstream.kafka.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program in a JVM of its own, on this program's class path. It ends, at the latest, when this JVM does in good order. */
public final class JavaProcess implements AutoCloseable {
    private static final List<String> ALWAYS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            // Kafka unmaps its buffers with it. The option of that name is unknown to a JDK 21.
            "-Dsun.misc.unsafe.memory.access=allow");

    private final Process process;
    private final Thread atExit;

    private JavaProcess(Process process) {
        this.process = process;
        this.atExit = new Thread(process::destroyForcibly, "end-" + process.pid());
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * @param main the class that has the program
     * @param out gets its standard output, written anew
     * @param err gets its standard error, written anew
     */
    public static JavaProcess start(List<String> jvmOptions, Class<?> main, List<String> arguments, Path out, Path err)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ALWAYS);
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        return new JavaProcess(process);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** @return its exit code */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Asks it to end as an operator would, with SIGTERM, and waits. */
    public void stop() throws InterruptedException {
        process.destroy();
        int unused = process.waitFor();
    }

    /** Ends it with SIGKILL, and waits. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            var unused = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            // This JVM is ending, and the hook does the same.
        }
    }
}
