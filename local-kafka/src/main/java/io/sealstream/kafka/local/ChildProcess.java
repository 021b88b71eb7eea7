package io.sealstream.kafka.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program in a process of its own. It ends, at the latest, when this JVM does in good order. */
public final class ChildProcess implements AutoCloseable {
    private static final List<String> JVM_OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            // Kafka unmaps its buffers with it. The option of that name is unknown to a JDK 21.
            "-Dsun.misc.unsafe.memory.access=allow");

    private final Process process;
    private final Thread atExit;

    private ChildProcess(Process process) {
        this.process = process;
        this.atExit = new Thread(process::destroyForcibly, "end-" + process.pid());
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts any program; it has nothing on its standard input.
     *
     * @param out gets its standard output, written anew
     * @param err gets its standard error, written anew
     */
    public static ChildProcess start(List<String> command, Path out, Path err) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        process.getOutputStream().close();
        return new ChildProcess(process);
    }

    /**
     * Starts a JVM like this one, on the same class path.
     *
     * @param main the class that has the program
     */
    public static ChildProcess startJava(
            List<String> jvmOptions, Class<?> main, List<String> arguments, Path out, Path err) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_OPTIONS);
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return start(command, out, err);
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until it has ended by itself.
     *
     * @return its exit code
     */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /**
     * Asks it to end as an operator would, with SIGTERM, and waits.
     *
     * @return its exit code
     */
    public int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    /** As {@link #kill}. */
    @Override
    public void close() {
        kill();
    }

    /** Ends it with SIGKILL where it is still alive, and waits. */
    public void kill() {
        process.destroyForcibly();
        try {
            int unused = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            // This JVM is ending, and the hook does the same.
        }
    }
}
