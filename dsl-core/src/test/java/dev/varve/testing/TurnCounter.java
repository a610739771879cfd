package dev.varve.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands between a client and its server on this machine, and counts how often the client speaks after the server did: the round trips of a
 * connection.
 */
public final class TurnCounter implements AutoCloseable {

    private enum Speaker {
        CLIENT,
        SERVER
    }

    private final ServerSocket listening;
    private final URI server;
    private final Duration latency;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicReference<Speaker> last = new AtomicReference<>(Speaker.SERVER);

    /** A counter for the server of that URL. */
    public TurnCounter(String jdbcUrl) {
        this(jdbcUrl, Duration.ZERO);
    }

    /** A counter that lets the client wait for so long each time, as a line to a server far away does. */
    public TurnCounter(String jdbcUrl, Duration latency) {
        this.latency = latency;
        try {
            server = URI.create(jdbcUrl.substring("jdbc:".length()));
            listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** The URL that leads here. */
    public String url() {
        return "jdbc:postgresql://" + listening.getInetAddress().getHostAddress() + ':' + listening.getLocalPort()
                + server.getRawPath() + '?' + server.getRawQuery();
    }

    /** How many round trips there were since the last time somebody asked. */
    public int turns() {
        return turns.getAndSet(0);
    }

    /** Cuts all connections, as if somebody had pulled the plug: neither side says goodbye to the other. */
    public void cut() {
        sockets.forEach(TurnCounter::cut);
    }

    private static void cut(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // the thread that copied from it was quicker
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket target = new Socket(server.getHost(), server.getPort());
                sockets.add(client);
                sockets.add(target);
                start(() -> copy(client, target, Speaker.CLIENT));
                start(() -> copy(target, client, Speaker.SERVER));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void copy(Socket from, Socket to, Speaker speaker) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[65536];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (last.getAndSet(speaker) == Speaker.SERVER && speaker == Speaker.CLIENT) {
                    turns.incrementAndGet();
                    LockSupport.parkNanos(latency.toNanos());
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // one of them hung up
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "turn-counter");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
