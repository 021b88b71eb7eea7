package io.sealstream.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The table of docs/api.md that says what each reason for a refusal means to callers. */
public final class DocumentedReasons {
    private static final Path PAGE = Path.of("../docs/api.md");
    private static final Pattern CODE = Pattern.compile("`([A-Z_]+)`");
    private static final int COLUMNS = 5;

    private DocumentedReasons() {}

    /**
     * @param grpc the code's name; empty where gRPC has none
     * @param http status codes that it can have
     */
    public record Row(String reason, String grpc, List<Integer> http, boolean mayComeAgain) {}

    /** One for each reason. */
    public static List<Row> rows() {
        try {
            return Files.readAllLines(PAGE).stream()
                    .filter(line -> line.startsWith("| `"))
                    .map(line -> line.substring(2).split(" *\\| *", -1))
                    .filter(cells -> cells.length > COLUMNS)
                    .flatMap(DocumentedReasons::rows)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Row> rows(String[] cells) {
        String grpc = codes(cells[1]).findFirst().orElse("");
        List<Integer> http =
                Arrays.stream(cells[2].split(", ")).map(Integer::valueOf).toList();
        return codes(cells[0]).map(reason -> new Row(reason, grpc, http, cells[4].startsWith("yes")));
    }

    private static Stream<String> codes(String cell) {
        return CODE.matcher(cell).results().map((MatchResult match) -> match.group(1));
    }
}
