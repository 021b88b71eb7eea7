package io.sealstream.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher of a checkout with a Maven that fails at once. */
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

    @Test
    void jarsOfOnesOwnStandBehindThoseOfTheCommand() throws Exception {
        Path jar = built("local-kafka/target/app/sealstream-local-kafka-0.1.0-SNAPSHOT.jar");
        built("local-kafka/target/app/lib/sealstream-command-0.1.0-SNAPSHOT.jar");
        Files.copy(
                Path.of("..", "command", "pom.xml"),
                Files.createDirectories(checkout.resolve("command")).resolve("pom.xml"));
        Path home = Files.createDirectories(checkout.resolve("jdk"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25\"\n");
        program(Files.createDirectory(home.resolve("bin")), "java", "echo \"$@\"");
        program(home.resolve("bin"), "javac", "exit 1");

        String said = launch(0, Map.of("JAVA_HOME", home.toString(), "SEALSTREAM_CLASSPATH", "mine.jar"));

        assertThat(said).contains("-cp " + jar + ":mine.jar io.sealstream.kafka.local.LocalKafkaCommand local-kafka");
    }

    /** Later than all sources. */
    private Path built(String jar) throws IOException {
        Path file = checkout.resolve(jar);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofHours(1))));
    }

    /** What it says, when it has ended as one ends whose build failed. */
    private String launch() throws IOException, InterruptedException {
        return launch(5, Map.of("JAVA_HOME", System.getProperty("java.home")));
    }

    private String launch(int expectedExit, Map<String, String> environment) throws IOException, InterruptedException {
        Path launcher = Files.copy(Path.of("..", "sealstream"), checkout.resolve("sealstream"));
        Files.copy(Path.of("..", "pom.xml"), checkout.resolve("pom.xml"));
        Files.copy(
                Path.of("..", "local-kafka", "pom.xml"),
                Files.createDirectories(checkout.resolve("local-kafka")).resolve("pom.xml"));
        Path programs = Files.createDirectory(checkout.resolve("bin"));
        program(programs, "mvn", "exit 1");
        Path said = checkout.resolve("said");
        ProcessBuilder builder = new ProcessBuilder("bash", launcher.toString(), "local-kafka")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().merge("PATH", programs.toString(), (path, bin) -> bin + ":" + path);
        builder.environment().putAll(environment);
        builder.environment().put("TMPDIR", checkout.toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(30, TimeUnit.SECONDS))
                    .as("it does not wait for ever; it said: %s", Files.readString(said))
                    .isTrue();
            assertThat(process.exitValue()).isEqualTo(expectedExit);
            return Files.readString(said);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void program(Path directory, String name, String does) throws IOException {
        Path program = Files.writeString(directory.resolve(name), "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
