package io.tocsin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.ClosedChannelException;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

/** What is logged of streams of events, and what is not. */
class GoneReadersTest {
    private static final String STREAMS = "org.jboss.resteasy.reactive.server.handlers.PublisherResponseHandler";

    private static boolean isLogged(String logger, Throwable thrown) {
        LogRecord entry = new LogRecord(Level.SEVERE, "Exception in SSE server handling");
        entry.setLoggerName(logger);
        entry.setThrown(thrown);
        return new GoneReaders().isLoggable(entry);
    }

    @Test
    void aReaderWhoLeftIsNoErrorAndABrokenStreamIs() {
        assertThat(isLogged(STREAMS, new ClosedChannelException())).isFalse();
        assertThat(isLogged(STREAMS, Problem.notFound(Phrase.same("gone")))).isFalse();
        assertThat(isLogged(STREAMS, new IllegalStateException("broken"))).isTrue();
        assertThat(isLogged("io.tocsin.desk", new ClosedChannelException()))
                .as("elsewhere a closed channel may be trouble")
                .isTrue();
    }
}
