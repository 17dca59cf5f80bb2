package io.tocsin.platform;

import io.quarkus.logging.LoggingFilter;
import java.io.IOException;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Keeps out of the log what is no trouble: that a reader of server-sent events has left, or was told in the same stream
 * that there is nothing to read. What truly fails in a stream stays.
 */
@LoggingFilter(name = "gone-readers")
public final class GoneReaders implements Filter {
    private static final String STREAMS = "org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler";

    @Override
    public boolean isLoggable(LogRecord entry) {
        return !(STREAMS.equals(entry.getLoggerName()) && isExpected(entry.getThrown())) && !isClosing(entry);
    }

    /** What the network library says while it drops the rest of such a stream. */
    private static boolean isClosing(LogRecord entry) {
        return String.valueOf(entry.getLoggerName()).startsWith("io.netty.channel.")
                && String.valueOf(entry.getMessage()).contains("ClosedChannelException");
    }

    /** A closed connection is an {@link IOException} of one kind or another, or Vert.x's own. */
    private static boolean isExpected(Throwable thrown) {
        return thrown instanceof ProblemException told && told.problem().status() < 500
                || thrown instanceof IOException
                || thrown instanceof io.vertx.core.http.HttpClosedException;
    }
}
