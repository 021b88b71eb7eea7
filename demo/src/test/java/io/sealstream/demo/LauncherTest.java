package io.sealstream.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of a checkout in which nothing is built, with a Maven that fails at once. */
class LauncherTest {
    @TempDir
    private Path checkout;

    @Test
    void anEmptyLockIsNobodys() throws Exception {
        Files.createDirectories(checkout.resolve("target"));
        Files.createFile(checkout.resolve("target/sealstream.lock"));

        assertThat(launch()).contains("the build failed");
    }

    @Test
    void aLockOfAProcessThatIsGoneIsNobodys() throws Exception {
        Files.createDirectories(checkout.resolve("target"));
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.writeString(checkout.resolve("target/sealstream.lock"), gone.pid() + "\n");

        assertThat(launch()).contains("the build failed");
    }

    /** What it says, when it has ended as one ends whose build failed. */
    private String launch() throws IOException, InterruptedException {
        Path launcher = Files.copy(Path.of("..", "sealstream"), checkout.resolve("sealstream"));
        Files.copy(Path.of("..", "pom.xml"), checkout.resolve("pom.xml"));
        Files.copy(
                Path.of("..", "local-kafka", "pom.xml"),
                Files.createDirectory(checkout.resolve("local-kafka")).resolve("pom.xml"));
        Path programs = Files.createDirectory(checkout.resolve("bin"));
        Path maven = Files.writeString(programs.resolve("mvn"), "#!/bin/sh\nexit 1\n");
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
        Path said = checkout.resolve("said");
        ProcessBuilder builder = new ProcessBuilder("bash", launcher.toString(), "local-kafka")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().merge("PATH", programs.toString(), (path, bin) -> bin + ":" + path);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("TMPDIR", checkout.toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS))
                    .as("it does not wait for ever; it said: %s", Files.readString(said))
                    .isTrue();
            assertThat(process.exitValue()).isEqualTo(5);
            return Files.readString(said);
        } finally {
            process.destroyForcibly();
        }
    }
}
