package dev.spoolmark.core;

import java.time.Duration;
import java.util.List;

/// Why a request was refused. Each dialect has its own words and status for every case.
public sealed interface Problem {

    /// Nobody signed in, or the credentials do not fit.
    record NotSignedIn() implements Problem {}

    /// The application's key is missing, badly formed, blocked, or not registered where it has to be.
    record UnknownKey() implements Problem {}

    /// The application was registered with none of the permissions that writing players need.
    record NoPermissions() implements Problem {}

    /// The application has some permissions, but not this one.
    ///
    /// @param permission the key of `dev.spoolmark.account.Permission`
    record NoPermission(String permission) implements Problem {}

    /// `what` was named and does not exist, or may not be seen; the two are never told apart.
    record NotFound(String what) implements Problem {}

    /// A field the request cannot do without is absent.
    record Missing(String field) implements Problem {}

    /// A value that is readable but not allowed; `what` names it in the words of the person who sent it.
    record Invalid(String what) implements Problem {}

    /// A rule stands against it; `reason` is what to tell the person.
    record NotAllowed(String reason) implements Problem {}

    /// `value` is already in use as a `what`.
    record Taken(String value, String what) implements Problem {}

    /// One person may have `limit` of `what` and no more.
    record TooMany(long limit, String what) implements Problem {}

    /// The request cannot be read at all.
    record Unreadable(String reason) implements Problem {}

    /// The request did not come in the time there is for it.
    record TooSlow() implements Problem {}

    /// The request is larger than `limit`, counted in `unit`.
    record TooBig(long limit, String unit) implements Problem {}

    /// The path exists, with other verbs.
    record WrongVerb(List<String> allowed) implements Problem {

        public WrongVerb {
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

    /// Specified, and not built yet.
    record NotBuilt() implements Problem {}

    /// Nothing is wrong with the request; the server cannot take it now. Nothing was stored.
    record Overloaded(Duration retryAfter) implements Problem {}

    /// Nothing is wrong with the request; something that the server needs cannot be used now. Nothing was stored.
    ///
    /// @param reason what and why, in words for the client: `the disk is full`
    record Unavailable(String reason, Duration retryAfter) implements Problem {

        /// The words for a disk on which no more can be stored, whatever was to be stored there.
        public static final String DISK_FULL = "the disk of the server is full";

        /// The words for files that another program keeps locked.
        public static final String LOCKED = "another program has locked the database";

        /// The words for files that cannot be changed.
        public static final String READ_ONLY = "the database files are read-only";

        private static final Duration RETRY = Duration.ofSeconds(30);

        /// Unavailable for a reason that lasts until the operator does something.
        public static Unavailable because(String reason) {
            return new Unavailable(reason, RETRY);
        }
    }

    /// The server cannot tell whether the request was carried out. Repeating it does no harm.
    record OutcomeUnknown(Duration retryAfter) implements Problem {}
}
