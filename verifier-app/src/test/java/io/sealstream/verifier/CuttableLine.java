package io.sealstream.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A line to a broker that can be cut after so many bytes from it: to its clients the broker stops then, at the same place in
 * every run.
 */
final class CuttableLine implements AutoCloseable {
    private final ServerSocket listening;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final AtomicLong bytesLeft = new AtomicLong(Long.MAX_VALUE);
    private volatile int brokerPort;

    CuttableLine() throws IOException {
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** Host and port for clients. */
    String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    /** Begins to serve. */
    void leadTo(String broker) {
        brokerPort = Integer.parseInt(broker.substring(broker.lastIndexOf(':') + 1));
        Thread.ofVirtual().start(this::accept);
    }

    void cutAfter(long bytesFromBroker) {
        bytesLeft.set(bytesFromBroker);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Socket broker = new Socket(InetAddress.getLoopbackAddress(), brokerPort);
                open.add(client);
                open.add(broker);
                Thread.ofVirtual().start(() -> copy(client, broker, new AtomicLong(Long.MAX_VALUE)));
                Thread.ofVirtual().start(() -> copy(broker, client, bytesLeft));
            }
        } catch (IOException e) {
            // The line is cut.
        }
    }

    private void copy(Socket from, Socket to, AtomicLong limit) {
        byte[] buffer = new byte[1 << 14];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (limit.addAndGet(-read) < 0) {
                    close();
                    return;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // One side has gone.
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
