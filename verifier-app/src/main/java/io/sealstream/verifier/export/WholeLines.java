package io.sealstream.verifier.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a file that have an end.
 *
 * @param count how many
 * @param bytes of all, with their ends
 * @param last the last one, without its end; empty where there is none
 */
record WholeLines(long count, long bytes, String last) {
    static WholeLines in(FileChannel channel) throws IOException {
        long count = 0;
        long position = 0;
        long lastStart = 0;
        long end = 0;
        byte[] buffer = new byte[1 << 16];
        InputStream in = Channels.newInputStream(channel.position(0));
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            for (int i = 0; i < read; i++) {
                if (buffer[i] == '\n') {
                    count++;
                    lastStart = end;
                    end = position + i + 1;
                }
            }
            position += read;
        }
        return new WholeLines(count, end, count == 0 ? "" : text(channel, lastStart, end - 1));
    }

    private static String text(FileChannel channel, long start, long end) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(end - start));
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, start + bytes.position()) < 0) {
                throw new IOException("the file became shorter while it was read");
            }
        }
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    }
}
