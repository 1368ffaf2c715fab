package dev.spoolmark.http;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Formats a throwable for the log: class names and stack frames, and messages only of our own exceptions.
///
/// The message of a parser or a driver may contain input, such as a password (`docs/security.md#sec-l5`).
final class ThrowableFormatter {

    private static final String PACKAGE = "dev.spoolmark.";

    private ThrowableFormatter() {}

    static String format(Throwable error) {
        StringBuilder text = new StringBuilder(1024);
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = error; cause != null && seen.add(cause); cause = cause.getCause()) {
            append(cause, text);
        }
        return text.toString();
    }

    /// The throwable itself or the first of its causes that is a `type`.
    static <T extends Throwable> Optional<T> find(Throwable error, Class<T> type) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = error; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static void append(Throwable error, StringBuilder text) {
        text.append(text.isEmpty() ? "" : "caused by ").append(error.getClass().getName());
        String message = ownMessage(error);
        if (message != null) {
            text.append(": ").append(LogfmtWriter.escaped(message));
        }
        text.append('\n');
        for (StackTraceElement frame : error.getStackTrace()) {
            text.append("\tat ").append(frame).append('\n');
        }
    }

    private static @Nullable String ownMessage(Throwable error) {
        return error.getClass().getName().startsWith(PACKAGE) ? error.getMessage() : null;
    }
}
