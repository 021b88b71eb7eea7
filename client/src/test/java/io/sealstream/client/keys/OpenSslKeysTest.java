package io.sealstream.client.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sealstream.command.InstalledPrograms;
import io.sealstream.core.event.PublicKeyLine;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.PrivateKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that OpenSSL makes by the commands of docs/operations.md, word for word. */
class OpenSslKeysTest {
    private static final Path PAGE = Path.of("..", "docs", "operations.md");
    private static final Pattern COMMANDS = Pattern.compile("(?m)^    \\(umask .*openssl genpkey .*\n(?:    .*\n)+");

    @TempDir
    Path directory;

    @Test
    void areKeysLikeOurOwn() throws Exception {
        assumeTrue(InstalledPrograms.has("openssl"), "openssl is not installed");
        Matcher commands = COMMANDS.matcher(Files.readString(PAGE));
        assertThat(commands.find()).as("%s has the commands", PAGE).isTrue();

        run(commands.group());

        PrivateKey key = PrivateKeyFile.read("--key", directory.resolve("till-8.pem"));
        assertThat(PublicKeyLine.parse(Files.readString(directory.resolve("till-8.pub"))))
                .isEqualTo(new NamedPublicKey(key.keyId(), key.publicKey()));
        assertThat(key.keyId()).hasToString("till-8");
    }

    private void run(String commands) throws Exception {
        Process shell = new ProcessBuilder("bash", "-e", "-c", commands)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).as(said).isZero();
    }
}
