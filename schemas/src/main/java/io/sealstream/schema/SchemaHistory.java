package io.sealstream.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Every version that a record type's schema ever had, oldest first: {@code history/<record type>/<version>.avsc}. */
final class SchemaHistory {
    private SchemaHistory() {}

    static List<Schema> of(Schema current) {
        List<Schema> versions = new ArrayList<>();
        for (Schema version = load(current.getName(), 1);
                version != null;
                version = load(current.getName(), versions.size() + 1)) {
            versions.add(version);
        }
        return versions;
    }

    private static @Nullable Schema load(String recordType, int version) {
        String resource = "history/" + recordType + "/" + version + ".avsc";
        try (InputStream in = SchemaHistory.class.getResourceAsStream(resource)) {
            return in == null ? null : new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource + " in this jar", e);
        }
    }
}
