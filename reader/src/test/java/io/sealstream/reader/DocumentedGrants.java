package io.sealstream.reader;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What the table of permissions in docs/operations.md says that a command must be granted, and what it should be: tests
 * that grant just that keep the table right.
 */
public record DocumentedGrants(List<Grant> must, List<Grant> should) {
    private static final Path DOCUMENT = Path.of("..", "docs", "operations.md");
    private static final Pattern ROW =
            Pattern.compile("\\|(.+)\\| (topic|group|transactional id)s? `L([^`]+)` \\|([^|]*)\\|([^|]*)\\|");

    /** @param command as it is called, {@code verify} */
    public static DocumentedGrants of(String command, String ledger) {
        try (Stream<String> lines = Files.lines(DOCUMENT)) {
            List<MatchResult> rows = lines.flatMap(line -> ROW.matcher(line).results())
                    .filter(row -> row.group(1).contains('`' + command + '`'))
                    .toList();
            if (rows.isEmpty()) {
                throw new IllegalStateException(DOCUMENT + " has no permissions of " + command);
            }
            return new DocumentedGrants(grants(rows, 4, ledger), grants(rows, 5, ledger));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Grant> grants(List<MatchResult> rows, int column, String ledger) {
        return rows.stream()
                .flatMap(row -> Stream.of(row.group(column).split(", ", -1))
                        .filter(operation -> !operation.isBlank())
                        .map(operation ->
                                new Grant(operation(operation.strip()), resource(row.group(2)), ledger + row.group(3))))
                .toList();
    }

    private static AclOperation operation(String camelCase) {
        return AclOperation.fromString(camelCase.replaceAll("(?<=[a-z])(?=[A-Z])", "_"));
    }

    private static ResourceType resource(String words) {
        return ResourceType.fromString(words.replace(' ', '_').toUpperCase(ROOT));
    }

    /** Both. */
    public List<Grant> all() {
        return Stream.concat(must.stream(), should.stream()).toList();
    }

    /** Both, but for one. */
    public List<Grant> without(Grant grant) {
        return all().stream().filter(other -> !other.equals(grant)).toList();
    }
}
