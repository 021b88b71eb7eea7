package io.sealstream.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** What is done where a signal ends the program in the middle of its work: nobody else cleans up then. */
final class Ending implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private final Thread hook;

    /** @param cleaning begins when no program that was started here is alive any more */
    Ending(Runnable cleaning) {
        hook = Thread.ofPlatform().name("cleaning").unstarted(() -> {
            endPrograms();
            cleaning.run();
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static void endPrograms() {
        List<ProcessHandle> programs = ProcessHandle.current().children().toList();
        programs.forEach(program -> {
            boolean unused = program.destroyForcibly();
        });
        programs.forEach(program -> {
            var unused = program.onExit()
                    .completeOnTimeout(program, PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .join();
        });
    }

    @Override
    public void close() {
        try {
            boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending, which is what the hook is for.
        }
    }
}
