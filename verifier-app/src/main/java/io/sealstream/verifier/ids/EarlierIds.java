package io.sealstream.verifier.ids;

import io.sealstream.core.Bytes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Event ids that an earlier run has left, in a file that stays as it is. */
public final class EarlierIds {
    private final IdIndex index;
    private final List<IdSegment> segments = new ArrayList<>();

    private EarlierIds(IdIndex index) {
        this.index = index;
    }

    /** @param index of what is in {@code path} */
    public static EarlierIds open(Path path, IdIndex index) throws IOException {
        EarlierIds ids = new EarlierIds(index);
        // What is mapped stays so when the channel is closed.
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
            for (long at = 0; at < index.fileBytes(); at += IdSegment.BYTES) {
                ids.segments.add(new IdSegment(
                        file.map(MapMode.READ_ONLY, at, IdSegment.BYTES).asLongBuffer()));
            }
        }
        return ids;
    }

    Bytes key() {
        return index.key();
    }

    long fileBytes() {
        return index.fileBytes();
    }

    boolean contains(IdPrint print) {
        return segments.get(index.segmentOf(print.high())).contains(print.high(), print.low());
    }

    void copyTo(GrowingIds other) {
        segments.forEach(segment -> segment.forEach(other::add));
    }
}
