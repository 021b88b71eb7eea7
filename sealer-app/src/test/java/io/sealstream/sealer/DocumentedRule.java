package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.policy.AdmissionRule;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** The rule that docs/policy.md walks through, taken from the page itself and made into a jar as the page says. */
final class DocumentedRule {
    static final String ID = "refund.approval";
    private static final Path PAGE = Path.of("..", "docs", "policy.md");
    private static final Pattern CODE = Pattern.compile("```java\n(package ([a-z.]+);.*?)```", Pattern.DOTALL);
    private static final Pattern COMMANDS = Pattern.compile("(?m)^    javac .*\n(?:    .*\n)+");
    private static final Pattern CORE = Pattern.compile("-cp (\\S+)");
    private static final String NAME = "RefundApproval";

    private DocumentedRule() {}

    /** @return the jar, in {@code directory} */
    static Path jar(Path directory) throws IOException {
        return jar(directory, page -> page);
    }

    /**
     * Made by the commands of the page, word for word, where {@code directory} is the checkout.
     *
     * @return the directory that they put it into
     */
    static Path rulesAsTyped(Path directory) throws IOException, InterruptedException {
        String page = Files.readString(PAGE);
        Files.writeString(directory.resolve(NAME + ".java"), found(CODE, page).group(1));
        String commands = found(COMMANDS, page).group();
        Path core = directory.resolve(found(CORE, commands).group(1));
        Files.createDirectories(core.getParent());
        Files.createSymbolicLink(core, core());
        ProcessBuilder shell = new ProcessBuilder("bash", "-e", "-c", commands)
                .directory(directory.toFile())
                .redirectErrorStream(true);
        shell.environment().merge("PATH", System.getProperty("java.home") + "/bin", (path, java) -> java + ":" + path);
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return directory.resolve("rules");
    }

    private static Matcher found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find())
                .as("%s has what looks like %s", PAGE, pattern)
                .isTrue();
        return matcher;
    }

    /** @param edit changes what the page shows */
    static Path jar(Path directory, UnaryOperator<String> edit) throws IOException {
        Matcher code = found(CODE, Files.readString(PAGE));
        Path source = Files.writeString(directory.resolve(NAME + ".java"), edit.apply(code.group(1)));
        compile(source, directory.resolve("classes"));
        String packageName = code.group(2);
        String classFile = packageName.replace('.', '/') + "/" + NAME + ".class";
        Path jar = directory.resolve("refund-approval.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(classFile));
            Files.copy(directory.resolve("classes").resolve(classFile), out);
            out.putNextEntry(new JarEntry("META-INF/services/" + AdmissionRule.class.getName()));
            out.write((packageName + "." + NAME + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return jar;
    }

    /** With nothing but the core on the class path. */
    private static void compile(Path source, Path classes) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter complaints = new StringWriter();
        List<String> options =
                List.of("--release", "21", "-proc:none", "-cp", core().toString(), "-d", classes.toString());
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            Boolean compiled = compiler.getTask(
                            complaints, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            assertThat(compiled).as("%s compiles: %s", PAGE, complaints).isTrue();
        }
    }

    private static Path core() {
        try {
            return Path.of(AdmissionRule.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
