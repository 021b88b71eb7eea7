package io.sealstream.schema;

import io.sealstream.schema.avro.BatchProof;
import io.sealstream.schema.avro.Certificate;
import io.sealstream.schema.avro.CertifiedEvent;
import io.sealstream.schema.avro.Hash;
import io.sealstream.schema.avro.PolicyRemark;
import io.sealstream.schema.avro.RejectedEvent;
import io.sealstream.schema.avro.SealedEvent;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.jspecify.annotations.Nullable;

/**
 * Finds the generated classes in a fixed table. Avro would load them by name, which it refuses unless the whole JVM is
 * told to trust them; a table needs no trust, and no setting that another user of Avro in the same JVM could undo.
 */
final class LedgerModel extends SpecificData {
    private static final Map<String, Class<?>> CLASSES = Map.of(
            BatchProof.getClassSchema().getFullName(), BatchProof.class,
            Certificate.getClassSchema().getFullName(), Certificate.class,
            CertifiedEvent.getClassSchema().getFullName(), CertifiedEvent.class,
            Hash.getClassSchema().getFullName(), Hash.class,
            PolicyRemark.getClassSchema().getFullName(), PolicyRemark.class,
            RejectedEvent.getClassSchema().getFullName(), RejectedEvent.class,
            SealedEvent.getClassSchema().getFullName(), SealedEvent.class);

    /** @param customCoders whether records are written and read by generated code */
    LedgerModel(boolean customCoders) {
        setCustomCoders(customCoders);
        // Its fast reader passes by what StrictReader checks; a system property can switch it on.
        setFastReaderEnabled(false);
    }

    @Override
    public @Nullable Class<?> getClass(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, FIXED, ENUM -> CLASSES.get(schema.getFullName());
            default -> super.getClass(schema);
        };
    }
}
