package dev.varve.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A line to a server that counts how often a client waits for an answer, and lets it wait for longer. */
public final class LongLine implements AutoCloseable {

    private final ServerSocket entrance;
    private final String host;
    private final int port;
    private final Duration delay;
    private final AtomicInteger roundTrips = new AtomicInteger();

    private LongLine(ServerSocket entrance, String host, int port, Duration delay) {
        this.entrance = entrance;
        this.host = host;
        this.port = port;
        this.delay = delay;
    }

    /** A line to a port on which each answer comes so much later. */
    public static LongLine to(String host, int port, Duration delay) {
        try {
            LongLine line = new LongLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), host, port, delay);
            start(line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port at this end. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** How often a client has said something after it had an answer. */
    public int roundTrips() {
        return roundTrips.get();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "long line");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = entrance.accept();
                Socket server = new Socket(host, port);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                AtomicBoolean isAnswered = new AtomicBoolean(true);
                start(() -> pump(client, server, () -> ask(isAnswered)));
                start(() -> pump(server, client, () -> isAnswered.set(true)));
            }
        } catch (IOException e) {
            // the line is closed
        }
    }

    private void ask(AtomicBoolean isAnswered) {
        if (isAnswered.getAndSet(false)) {
            roundTrips.incrementAndGet();
            LockSupport.parkNanos(delay.toNanos());
        }
    }

    private static void pump(Socket from, Socket to, Runnable first) {
        byte[] bytes = new byte[65536];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                first.run();
                out.write(bytes, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // one of the ends has gone
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
