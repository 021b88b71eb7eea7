package io.sealstream.sealer;

import io.sealstream.command.LayeredConfig;
import io.sealstream.core.policy.AdmissionRule;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rules that there are: those that come along, and those in an operator's jars. */
final class RulesFound {
    private final SortedMap<String, AdmissionRule> byId;

    private RulesFound(SortedMap<String, AdmissionRule> byId) {
        this.byId = byId;
    }

    /**
     * Loads them. The loader of the jars stays open, as their classes are read when they are needed.
     *
     * @param pathKey the key of jars, and directories of jars
     */
    static RulesFound at(LayeredConfig config, String pathKey) {
        List<URL> jars = new ArrayList<>();
        for (String entry : config.settings().getList(pathKey)) {
            try {
                jars.addAll(jars(Path.of(entry)));
            } catch (IOException | IllegalArgumentException e) {
                throw config.notAllowed(pathKey, entry + " is no jar and no directory with jars that can be read");
            }
        }
        SortedMap<String, AdmissionRule> byId = new TreeMap<>();
        try {
            for (AdmissionRule rule : ServiceLoader.load(AdmissionRule.class, loader(jars))) {
                String id = id(rule, config, pathKey);
                if (byId.put(id, rule) != null) {
                    throw config.notAllowed(pathKey, "there are two rules with the id \"" + id + '"');
                }
            }
        } catch (ServiceConfigurationError e) {
            throw config.notAllowed(pathKey, "a rule can't be loaded: " + e.getMessage());
        } catch (LinkageError e) { // of a newer Java, or without a library that it needs
            throw config.notAllowed(pathKey, "a rule can't be loaded: " + e);
        }
        return new RulesFound(byId);
    }

    /** It is the rule's own code. */
    private static String id(AdmissionRule rule, LayeredConfig config, String pathKey) {
        try {
            return Objects.requireNonNull(rule.id(), "it has none");
        } catch (RuntimeException | Error e) {
            throw config.notAllowed(pathKey, "the rule " + rule.getClass().getName() + " can't tell its id: " + e);
        }
    }

    Optional<AdmissionRule> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** In alphabetical order. */
    Set<String> ids() {
        return byId.keySet();
    }

    private static ClassLoader loader(List<URL> jars) {
        ClassLoader own = RulesFound.class.getClassLoader();
        return jars.isEmpty() ? own : new URLClassLoader("rules", jars.toArray(URL[]::new), own);
    }

    private static List<URL> jars(Path entry) throws IOException {
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.isDirectory(entry) ? Files.list(entry) : Stream.of(entry)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".jar") && Files.isReadable(file)) {
                    jars.add(url(file));
                }
            }
        }
        if (jars.isEmpty()) {
            throw new IOException("no jar");
        }
        return jars;
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }
}
