package io.sealstream.gateway.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sealstream.client.lines.BadLineException;
import io.sealstream.client.lines.OtherMembers;
import io.sealstream.core.Hash;
import io.sealstream.core.event.BatchProof;
import io.sealstream.gateway.submit.StatedCertificate;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of a submission that are none of its event: {@code certificate} and {@code deadline_ms}. */
final class SubmissionMembers implements OtherMembers {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Set<String> OF_CERTIFICATE = Set.of("algorithm", "key_id", "signature", "batch");
    private static final Set<String> OF_BATCH = Set.of("leaf_index", "tree_size", "path");

    private @Nullable StatedCertificate certificate;
    private @Nullable Duration deadline;

    @Nullable
    StatedCertificate certificate() {
        return certificate;
    }

    @Nullable
    Duration deadline() {
        return deadline;
    }

    @Override
    public boolean take(String name, JsonParser json) throws IOException, BadLineException {
        switch (name) {
            case "certificate" -> certificate = certificate(MAPPER.readTree(json));
            case "deadline_ms" -> deadline = Duration.ofMillis(milliseconds(json));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static long milliseconds(JsonParser json) throws IOException, BadLineException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw new BadLineException("deadline_ms must be a whole number of milliseconds");
        }
        return json.getLongValue();
    }

    private static @Nullable StatedCertificate certificate(JsonNode json) throws BadLineException {
        if (json.isNull()) {
            return null;
        }
        requireMembers("certificate", json, OF_CERTIFICATE);
        JsonNode batch = json.path("batch");
        return StatedCertificate.of(
                text(json, "signature"),
                text(json, "key_id"),
                text(json, "algorithm"),
                batch.isNull() || batch.isMissingNode() ? null : batch(batch));
    }

    private static BatchProof batch(JsonNode json) throws BadLineException {
        requireMembers("certificate.batch", json, OF_BATCH);
        List<Hash> path = new ArrayList<>();
        for (JsonNode node : json.path("path")) {
            try {
                path.add(Hash.ofHex(node.asText()));
            } catch (IllegalArgumentException e) {
                throw new BadLineException("certificate.batch.path: " + e.getMessage());
            }
        }
        return new BatchProof(number(json, "leaf_index"), number(json, "tree_size"), path);
    }

    private static void requireMembers(String what, JsonNode json, Set<String> allowed) throws BadLineException {
        if (!json.isObject()) {
            throw new BadLineException(what + " must be an object or null");
        }
        for (var member : json.properties()) {
            if (!allowed.contains(member.getKey())) {
                throw new BadLineException(what + " has no member " + member.getKey() + "; leave it out");
            }
        }
    }

    private static String text(JsonNode json, String name) throws BadLineException {
        JsonNode value = json.path(name);
        if (!value.isMissingNode() && !value.isTextual()) {
            throw new BadLineException("certificate." + name + " must be a string");
        }
        return value.asText("");
    }

    private static long number(JsonNode json, String name) throws BadLineException {
        JsonNode value = json.path(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new BadLineException("certificate.batch." + name + " must be a whole number");
        }
        return value.longValue();
    }
}
