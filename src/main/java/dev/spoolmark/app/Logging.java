package dev.spoolmark.app;

import dev.spoolmark.core.ControlCharacters;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/// Log output to standard error: all records of Spoolmark, and warnings of libraries.
final class Logging {

    private static final String PACKAGE = "dev.spoolmark";

    /// Strong references: an unreferenced logger loses its level.
    private static final Logger OUR_LOGGER = Logger.getLogger(PACKAGE);

    /// Recommends a JDK module for vectors, which text search does not use.
    private static final Logger LUCENE_VECTORS = Logger.getLogger("org.apache.lucene.internal.vectorization");

    /// The command reports a failure to listen.
    private static final Logger HELIDON_SERVER = Logger.getLogger("io.helidon.webserver.LoomServer");

    /// Logs a stack trace for every malformed request, which would fill the disk.
    private static final Logger HELIDON_CONNECTION = Logger.getLogger("io.helidon.webserver.http1.Http1Connection");

    private Logging() {}

    static void start(PrintStream out) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(new StreamHandler(out));
        root.setLevel(Level.WARNING);
        OUR_LOGGER.setLevel(Level.INFO);
        LUCENE_VECTORS.setLevel(Level.SEVERE);
        HELIDON_SERVER.setLevel(Level.OFF);
        HELIDON_CONNECTION.setLevel(Level.SEVERE);
    }

    private static final class StreamHandler extends Handler {

        private final PrintStream out;

        StreamHandler(PrintStream out) {
            this.out = out;
            setFormatter(new LineFormatter());
            loadClasses();
        }

        /// A class that cannot be loaded once, for example because the process has too many open files, is never
        /// loaded: the log would be lost when it matters.
        private void loadClasses() {
            LogRecord logged = new LogRecord(Level.SEVERE, "");
            logged.setThrown(new IllegalStateException());
            var _ = getFormatter().format(logged);
        }

        @Override
        public void publish(LogRecord logged) {
            if (isLoggable(logged)) {
                out.print(getFormatter().format(logged));
            }
        }

        @Override
        public void flush() {
            out.flush();
        }

        @Override
        public void close() {
            out.flush();
        }
    }

    /// One line per record. For an exception it adds the stack trace, without the messages of foreign
    /// exceptions, which may quote what a client sent (`docs/security.md#sec-l5`).
    static final class LineFormatter extends Formatter {

        @Override
        public String format(LogRecord logged) {
            StringBuilder line = new StringBuilder()
                    .append(logged.getInstant().truncatedTo(ChronoUnit.MILLIS))
                    .append(' ')
                    .append(logged.getLevel().getName())
                    .append(' ')
                    .append(logged.getLoggerName())
                    .append(": ")
                    .append(ControlCharacters.escape(formatMessage(logged)));
            for (Throwable error = logged.getThrown(); error != null; error = error.getCause()) {
                append(line, error);
            }
            return line.append('\n').toString();
        }

        private static void append(StringBuilder line, Throwable error) {
            line.append("\n  ").append(error.getClass().getName());
            if (error.getClass().getName().startsWith(PACKAGE)) {
                line.append(": ").append(ControlCharacters.escape(String.valueOf(error.getMessage())));
            }
            for (StackTraceElement frame : error.getStackTrace()) {
                line.append("\n    at ").append(frame);
            }
        }
    }
}
