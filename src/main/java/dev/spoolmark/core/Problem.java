package dev.spoolmark.core;

import java.time.Duration;
import java.util.List;

/// The reason why a request is rejected. Each dialect has its own text and status for every case.
public sealed interface Problem {

    /// No credentials, or wrong ones.
    record NotSignedIn() implements Problem {}

    /// The API key is missing, malformed, blocked, or not registered where registration is required.
    record UnknownKey() implements Problem {}

    /// The application lacks all permissions that are required for playback: write, scrobble and checkin.
    record NoPermissions() implements Problem {}

    /// The application has some permissions, but not this one.
    ///
    /// @param permission the key of `dev.spoolmark.account.Permission`
    record NoPermission(String permission) implements Problem {}

    /// `subject` does not exist or is not visible to the user; the response does not distinguish the two.
    record NotFound(String subject) implements Problem {}

    /// A required field is missing.
    record Missing(String field) implements Problem {}

    /// A value is well-formed but not allowed; `subject` names it in the vocabulary of the client.
    record Invalid(String subject) implements Problem {}

    /// A rule forbids the request; `reason` is text for the user.
    record NotAllowed(String reason) implements Problem {}

    /// `value` is already in use as a `subject`.
    record Taken(String value, String subject) implements Problem {}

    /// A user may have at most `limit` of `subject`.
    record TooMany(long limit, String subject) implements Problem {}

    /// The request is malformed.
    record Unreadable(String reason) implements Problem {}

    /// The request did not arrive in time.
    record TooSlow() implements Problem {}

    /// The request is larger than `limit`, in `unit`.
    record TooBig(long limit, String unit) implements Problem {}

    /// The path exists for other HTTP methods.
    record MethodNotAllowed(List<String> allowed) implements Problem {

        public MethodNotAllowed {
            allowed = List.copyOf(allowed);
        }
    }

    /// The header of the request has more or longer fields than the limits allow.
    record HeaderTooLarge() implements Problem {}

    /// The body has a content encoding that the server does not decode.
    record UnknownBodyEncoding() implements Problem {}

    /// The request names a host that the server does not answer for.
    record Misdirected() implements Problem {}

    /// A defect of the server; its log has the cause under `requestId`.
    record Internal(String requestId) implements Problem {}

    /// Specified, but not implemented.
    record NotBuilt() implements Problem {}

    /// The request is valid, but the server is overloaded. Nothing was stored.
    record Overloaded(Duration retryAfter) implements Problem {}

    /// The request is valid, but a resource that the server needs is unavailable. Nothing was stored.
    ///
    /// @param reason text for the client: `the disk is full`
    record Unavailable(String reason, Duration retryAfter) implements Problem {

        /// Reason: no space left on the disk.
        public static final String DISK_FULL = "the disk of the server is full";

        /// Reason: the database files are locked by another program.
        public static final String LOCKED = "another program has locked the database";

        /// Reason: the database files are read-only.
        public static final String READ_ONLY = "the database files are read-only";

        private static final Duration RETRY = Duration.ofSeconds(30);

        /// Unavailable until the operator acts.
        public static Unavailable because(String reason) {
            return new Unavailable(reason, RETRY);
        }
    }

    /// The outcome is unknown: the request may have been carried out. Repeating it is safe.
    record OutcomeUnknown(Duration retryAfter) implements Problem {}
}
