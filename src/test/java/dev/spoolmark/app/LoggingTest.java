package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The format of a log line.
class LoggingTest {

    @Test
    void aRecordIsOneLine() {
        assertThat(line("ready", null)).isEqualTo("2026-01-02T03:04:05.678Z INFO dev.spoolmark.store: ready\n");
    }

    @Test
    void lineBreaksAndEscapesInValuesAreEscaped() {
        assertThat(line("name a\nb\u001b[1m", null))
                .contains("name a\\u000ab\\u001b[1m")
                .hasLineCount(1);
    }

    @Test
    void exceptionsOfLibrariesAreLoggedWithoutMessage() {
        String line = line("failed", new IllegalStateException("could not read 'hunter2'"));

        assertThat(line).contains("java.lang.IllegalStateException", "at dev.spoolmark.app.LoggingTest");
        assertThat(line).doesNotContain("hunter2");
    }

    @Test
    void ownExceptionsAreLoggedWithMessage() {
        assertThat(line("failed", UserErrorException.of("choose another port")))
                .contains("UserErrorException: choose another port");
    }

    private static String line(String text, @Nullable Throwable error) {
        LogRecord logged = new LogRecord(Level.INFO, text);
        logged.setLoggerName("dev.spoolmark.store");
        logged.setInstant(Instant.parse("2026-01-02T03:04:05.678901Z"));
        logged.setThrown(error);
        return new Logging.LineFormatter().format(logged);
    }
}
