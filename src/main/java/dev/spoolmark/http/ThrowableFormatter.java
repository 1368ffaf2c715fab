package dev.spoolmark.http;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A fault as the log may tell it: kinds and places, and messages only where we wrote them ourselves.
///
/// The message of a parser or a driver may hold what somebody sent, a password for one (`docs/security.md#sec-l5`).
final class ThrowableFormatter {

    private static final String OURS = "dev.spoolmark.";

    private ThrowableFormatter() {}

    static String format(Throwable fault) {
        StringBuilder text = new StringBuilder(1024);
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = fault; cause != null && seen.add(cause); cause = cause.getCause()) {
            append(cause, text);
        }
        return text.toString();
    }

    /// The fault itself or the first of its causes that is of `type`.
    static <T extends Throwable> Optional<T> find(Throwable fault, Class<T> type) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = fault; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static void append(Throwable fault, StringBuilder text) {
        text.append(text.isEmpty() ? "" : "caused by ").append(fault.getClass().getName());
        String message = ownMessage(fault);
        if (message != null) {
            text.append(": ").append(LogfmtWriter.escaped(message));
        }
        text.append('\n');
        for (StackTraceElement place : fault.getStackTrace()) {
            text.append("\tat ").append(place).append('\n');
        }
    }

    private static @Nullable String ownMessage(Throwable fault) {
        return fault.getClass().getName().startsWith(OURS) ? fault.getMessage() : null;
    }
}
