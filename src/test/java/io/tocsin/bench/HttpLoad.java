package io.tocsin.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A lean HTTP/1.1 load generator: one thread, many keep-alive connections, requests made beforehand, so that what is
 * measured is the server.
 */
final class HttpLoad implements AutoCloseable {
    private final Selector selector;
    private final List<Connection> connections = new ArrayList<>();
    private final List<byte[]> requests;
    private int nextRequest;
    private long answered;
    private long refused;
    private long[] latencies = new long[1 << 16];
    private int measured;

    HttpLoad(String host, int port, int connections, List<byte[]> requests) throws IOException {
        this.requests = requests;
        this.selector = Selector.open();
        for (int i = 0; i < connections; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(host, port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            Connection connection = new Connection(channel);
            channel.register(selector, SelectionKey.OP_READ, connection);
            this.connections.add(connection);
        }
    }

    /**
     * @param answered with status 200
     * @param refused with any other
     * @param latencies nanoseconds from when a request was due until its answer was there, sorted
     */
    record Result(long answered, long refused, Duration took, long[] latencies) {
        double perSecond() {
            return answered / (took.toNanos() / 1e9);
        }

        double millis(double quantile) {
            return latencies.length == 0
                    ? 0
                    : latencies[(int) Math.min(latencies.length - 1, latencies.length * quantile)] / 1e6;
        }
    }

    /** As much as the server takes: each connection sends as soon as it has its answer. */
    Result closed(Duration lasting) throws IOException {
        reset();
        long begun = System.nanoTime();
        long end = begun + lasting.toNanos();
        for (Connection connection : connections) {
            send(connection, System.nanoTime());
        }
        int open = connections.size();
        while (open > 0) {
            selector.select();
            boolean more = System.nanoTime() < end;
            for (Connection connection : answeredConnections()) {
                if (more) {
                    send(connection, System.nanoTime());
                } else {
                    open--;
                }
            }
        }
        return result(begun);
    }

    /**
     * A steady rate, whatever the server does: a request that finds no free connection waits, and its waiting counts
     * (no coordinated omission).
     */
    Result open(double perSecond, Duration lasting) throws IOException {
        reset();
        Deque<Connection> free = new ArrayDeque<>(connections);
        long begun = System.nanoTime();
        long total = (long) (perSecond * lasting.toNanos() / 1e9);
        long sent = 0;
        while (answered + refused < total) {
            long now = System.nanoTime();
            boolean idle = true;
            while (sent < total && !free.isEmpty()) {
                long due = begun + (long) (sent * 1e9 / perSecond);
                if (due > now) {
                    break;
                }
                send(free.pop(), due);
                sent++;
                idle = false;
            }
            if (selector.selectNow() > 0) {
                free.addAll(answeredConnections());
                idle = false;
            }
            if (idle) {
                LockSupport.parkNanos(20_000);
            }
        }
        return result(begun);
    }

    private void reset() {
        answered = 0;
        refused = 0;
        measured = 0;
    }

    private Result result(long begun) {
        long[] sorted = Arrays.copyOf(latencies, measured);
        Arrays.sort(sorted);
        return new Result(answered, refused, Duration.ofNanos(System.nanoTime() - begun), sorted);
    }

    private void send(Connection connection, long due) throws IOException {
        connection.due = due;
        ByteBuffer request = ByteBuffer.wrap(requests.get(nextRequest));
        nextRequest = (nextRequest + 1) % requests.size();
        while (request.hasRemaining()) {
            connection.channel.write(request);
        }
    }

    private List<Connection> answeredConnections() throws IOException {
        List<Connection> done = new ArrayList<>();
        for (SelectionKey key : selector.selectedKeys()) {
            Connection connection = (Connection) key.attachment();
            if (connection.read()) {
                if (connection.ok) {
                    answered++;
                } else {
                    refused++;
                }
                measure(System.nanoTime() - connection.due);
                done.add(connection);
            }
        }
        selector.selectedKeys().clear();
        return done;
    }

    private void measure(long nanos) {
        if (measured == latencies.length) {
            latencies = Arrays.copyOf(latencies, measured * 2);
        }
        latencies[measured++] = nanos;
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.channel.close();
        }
        selector.close();
    }

    /** One keep-alive connection with at most one request under way. */
    private static final class Connection {
        private static final byte[] LENGTH = "content-length: ".getBytes(StandardCharsets.US_ASCII);
        private final SocketChannel channel;
        private final byte[] bytes = new byte[64 * 1024];
        private final ByteBuffer buffer = ByteBuffer.wrap(bytes);
        private long due;
        private boolean ok;

        private Connection(SocketChannel channel) {
            this.channel = channel;
        }

        /** Whether a whole answer is there now. */
        private boolean read() throws IOException {
            if (channel.read(buffer) < 0) {
                throw new IOException("the server closed the connection");
            }
            int head = headEnd();
            if (head < 0 || buffer.position() < head + length(head)) {
                return false;
            }
            ok = bytes[9] == '2' && bytes[10] == '0' && bytes[11] == '0';
            buffer.clear();
            return true;
        }

        private int headEnd() {
            for (int i = 0; i + 3 < buffer.position(); i++) {
                if (bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
                    return i + 4;
                }
            }
            return -1;
        }

        private int length(int head) {
            for (int i = 0; i + LENGTH.length < head; i++) {
                if (bytes[i] == '\n' && isLength(i + 1)) {
                    int length = 0;
                    for (int at = i + 1 + LENGTH.length; bytes[at] >= '0' && bytes[at] <= '9'; at++) {
                        length = length * 10 + bytes[at] - '0';
                    }
                    return length;
                }
            }
            return 0;
        }

        private boolean isLength(int from) {
            for (int i = 0; i < LENGTH.length; i++) {
                if ((bytes[from + i] | 0x20) != (LENGTH[i] | 0x20)) {
                    return false;
                }
            }
            return true;
        }
    }
}
