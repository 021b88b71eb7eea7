package io.sealstream.demo;

import io.sealstream.command.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the demo works. Gone at the end unless it was asked for by name. */
final class DemoDirectory implements AutoCloseable {
    private final Path root;
    private final boolean kept;

    private DemoDirectory(Path root, boolean kept) {
        this.root = root;
        this.kept = kept;
    }

    static DemoDirectory open(@Nullable Path keep) throws IOException {
        if (keep == null) {
            return new DemoDirectory(Files.createTempDirectory("sealstream-demo-"), false);
        }
        Files.createDirectories(keep);
        try (Stream<Path> content = Files.list(keep)) {
            if (content.findAny().isPresent()) {
                throw CommandFailure.usage("--keep=" + keep + " is not empty; give a new directory");
            }
        }
        return new DemoDirectory(keep.toAbsolutePath(), true);
    }

    /** A directory below, made where it is not there. */
    Path directory(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    Path file(String name) {
        return root.resolve(name);
    }

    boolean isKept() {
        return kept;
    }

    @Override
    public void close() throws IOException {
        if (kept) {
            return;
        }
        List<Path> all;
        try (Stream<Path> tree = Files.walk(root)) {
            all = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
