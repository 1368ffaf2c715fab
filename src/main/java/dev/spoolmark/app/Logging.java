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

    private static final String OURS = "dev.spoolmark";

    /// Strong references: an unreferenced logger loses its level.
    private static final Logger OUR_LOGGER = Logger.getLogger(OURS);

    /// Recommends a JDK module for vectors, which text search does not use.
    private static final Logger OF_VECTORS = Logger.getLogger("org.apache.lucene.internal.vectorization");

    /// The command reports a failure to listen.
    private static final Logger OPENING = Logger.getLogger("io.helidon.webserver.LoomServer");

    /// Logs a stack trace for every malformed request, which would fill the disk.
    private static final Logger OF_REQUESTS = Logger.getLogger("io.helidon.webserver.http1.Http1Connection");

    private Logging() {}

    static void start(PrintStream out) {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(new ToStream(out));
        root.setLevel(Level.WARNING);
        OUR_LOGGER.setLevel(Level.INFO);
        OF_VECTORS.setLevel(Level.SEVERE);
        OPENING.setLevel(Level.OFF);
        OF_REQUESTS.setLevel(Level.SEVERE);
    }

    private static final class ToStream extends Handler {

        private final PrintStream out;

        ToStream(PrintStream out) {
            this.out = out;
            setFormatter(new Lines());
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
    static final class Lines extends Formatter {

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
            for (Throwable fault = logged.getThrown(); fault != null; fault = fault.getCause()) {
                append(line, fault);
            }
            return line.append('\n').toString();
        }

        private static void append(StringBuilder line, Throwable fault) {
            line.append("\n  ").append(fault.getClass().getName());
            if (fault.getClass().getName().startsWith(OURS)) {
                line.append(": ").append(ControlCharacters.escape(String.valueOf(fault.getMessage())));
            }
            for (StackTraceElement frame : fault.getStackTrace()) {
                line.append("\n    at ").append(frame);
            }
        }
    }
}
