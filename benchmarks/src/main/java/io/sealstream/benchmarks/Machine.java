package io.sealstream.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * What figures were measured on. No name of host or user: they are meant to be shown.
 *
 * @param processor as the system names it, or {@code unknown}
 * @param memoryMib of the whole machine
 * @param fileSystem of temporary files: there a broker of our own and all sealers write, and verifiers keep ids
 */
record Machine(
        int cores, String processor, long memoryMib, String system, String fileSystem, String java, String kafka) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                readProcessor(),
                readMemoryMib(),
                System.getProperty("os.name")
                        + ' '
                        + System.getProperty("os.version")
                        + ' '
                        + System.getProperty("os.arch"),
                readFileSystem(),
                System.getProperty("java.vm.name") + ' ' + System.getProperty("java.vm.version"),
                AppInfoParser.getVersion());
    }

    private static String readProcessor() {
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown"; // only Linux has the file
        }
    }

    private static String readFileSystem() {
        try {
            return Files.getFileStore(Path.of(System.getProperty("java.io.tmpdir")))
                    .type();
        } catch (IOException e) {
            return "unknown";
        }
    }

    private static long readMemoryMib() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize() >> 20
                : 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d cores of %s, %,d MiB, %s, %s, %s, Kafka %s",
                cores,
                processor,
                memoryMib,
                system,
                fileSystem,
                java,
                kafka);
    }
}
