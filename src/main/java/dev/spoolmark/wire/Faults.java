package dev.spoolmark.wire;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A fault as the log may tell it: kinds and places, and messages only where we wrote them ourselves.
///
/// The message of a parser or a driver may hold what somebody sent, a password for one (`SEC-L5`).
final class Faults {

    private static final String OURS = "dev.spoolmark.";

    private Faults() {}

    static String told(Throwable fault) {
        StringBuilder told = new StringBuilder(1024);
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = fault; cause != null && seen.add(cause); cause = cause.getCause()) {
            tell(cause, told);
        }
        return told.toString();
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

    private static void tell(Throwable fault, StringBuilder told) {
        told.append(told.isEmpty() ? "" : "caused by ").append(fault.getClass().getName());
        String message = ownMessage(fault);
        if (message != null) {
            told.append(": ").append(Logfmt.escaped(message));
        }
        told.append('\n');
        for (StackTraceElement place : fault.getStackTrace()) {
            told.append("\tat ").append(place).append('\n');
        }
    }

    private static @Nullable String ownMessage(Throwable fault) {
        return fault.getClass().getName().startsWith(OURS) ? fault.getMessage() : null;
    }
}
