package dev.spoolmark.http;

import dev.spoolmark.core.RateLimit;
import java.time.Duration;

/// Limits for requests and responses (`docs/security.md#sec-i1`). A request at the limit is accepted, one above it
/// is rejected.
public final class HttpLimits {

    /// Memory in which Helidon collects chunks, for all connections together.
    static final long CHUNK_MEMORY = 8L * 1024 * 1024;

    /// The same for each connection in addition.
    static final long CHUNK_OWN_MEMORY = 64L * 1024;

    public static final int REQUEST_LINE_BYTES = 8 * 1024;
    public static final int PATH_SEGMENTS = 16;
    public static final int QUERY_PARAMETERS = 50;

    public static final int HEADER_BYTES = 16 * 1024;
    public static final int HEADER_FIELDS = 100;
    public static final int HEADER_FIELD_BYTES = 8 * 1024;

    /// Body of a call about one item; a comment of 10,000 characters may consist of escapes.
    public static final long BODY_BYTES = 256 * 1024;

    /// Body of a call with a whole library.
    public static final long BULK_BODY_BYTES = 16 * 1024 * 1024;

    /// Bodies up to this size are stored in memory, larger ones in a file.
    public static final int BODY_IN_MEMORY_BYTES = 16 * 1024;

    /// The part of a larger body that is checked before the rest is read.
    public static final int BODY_PART_BYTES = 1024 * 1024;

    /// Disk space for the files of all bodies.
    public static final long BODY_DISK_BYTES = 256L * 1024 * 1024;

    /// Disk space for the bodies of one client network.
    public static final long BODY_DISK_BYTES_PER_NETWORK = BODY_DISK_BYTES / 4;

    /// How long a large body waits for disk space or memory.
    public static final Duration BODY_TIMEOUT = Duration.ofSeconds(30);

    public static final Duration BODY_RETRY = Duration.ofSeconds(2);

    /// Unread rest of a rejected body up to which the connection stays open.
    public static final int UNREAD_BODY_BYTES = 64 * 1024;

    /// Rest of a rejected body that is read and discarded. A client that is cut off before its last byte may never
    /// read the response.
    public static final int DRAINED_BODY_BYTES = 64 * 1024 * 1024;

    /// Time from the first byte of a request to the end of its header.
    public static final Duration HEADER_TIME = Duration.ofSeconds(10);

    public static final Duration BODY_GRACE = Duration.ofSeconds(10);
    public static final int BODY_BYTES_PER_SECOND = 1024;
    public static final Duration BODY_TIME = Duration.ofSeconds(60);

    /// Time for a body that may be larger than [#BULK_BODY_BYTES]: an uploaded file.
    public static final Duration UPLOAD_TIME = Duration.ofMinutes(10);

    /// Connections of one client network that is not trusted.
    public static final int CONNECTIONS_PER_NETWORK = 64;

    /// Request rate of one client network that is not trusted.
    public static final RateLimit REQUESTS_PER_NETWORK = new RateLimit(500, Duration.ofMillis(20));

    /// Requests after which a connection is closed.
    public static final int REQUESTS_PER_CONNECTION = 1_000;

    /// Time limit of each query of a read request; [#SYNC_TIME] is that of other requests
    /// (`docs/security.md#sec-i5`).
    public static final Duration READ_TIME = Duration.ofSeconds(10);

    public static final Duration SYNC_TIME = Duration.ofSeconds(30);

    public static final Duration KEEP_ALIVE = Duration.ofSeconds(60);
    public static final Duration RESPONSE_STALL = Duration.ofSeconds(60);
    public static final Duration DRAIN = Duration.ofSeconds(10);

    /// When a request may be repeated that a stopping server did not complete.
    public static final Duration RESTART_RETRY = Duration.ofSeconds(2);

    /// Part of a response that is stored in memory while its client does not read; the rest is in a file.
    public static final int RESPONSE_MEMORY_BYTES = 32 * 1024;

    /// Disk space for the files of all responses.
    public static final long RESPONSE_FILE_BYTES = 1024L * 1024 * 1024;

    /// Send buffer of a connection.
    public static final int SEND_BUFFER_BYTES = 128 * 1024;

    /// Responses up to this size are not compressed.
    public static final int COMPRESSED_FROM_BYTES = 1024;

    public static final int JSON_DEPTH = 32;
    public static final int JSON_TEXT = 64 * 1024;
    public static final int JSON_NAME = 256;
    public static final int JSON_NUMBER = 32;
    public static final int JSON_EXPONENT = 64;

    /// Values, objects and lists in one body.
    public static final int BODY_VALUES = 100_000;

    /// Memory for the texts of one body.
    public static final int BODY_TEXT_BYTES = 8 * 1024 * 1024;

    /// Total length of the names of the objects that are open at one position of a body.
    public static final int BODY_NAMES = 64 * 1024;

    /// Memory charged for a value besides its text: its objects, and those created while it is stored.
    public static final int VALUE_MEMORY_BYTES = 160;

    /// The same for a value of a form, which is first decoded to a tree.
    public static final int FORM_VALUE_MEMORY_BYTES = 320;

    /// Memory that a bound body may take without being charged.
    public static final int UNCHARGED_BODY_BYTES = 64 * 1024;

    /// Memory of a small body that is bound before sign-in; a larger one is bound afterwards.
    public static final int BODY_BOUND_EARLY_BYTES = 512 * 1024;

    /// Number of undeclared members that are stored from the top level of a body.
    public static final int UNDECLARED_MEMBERS = 64;

    /// Total length of these, the same as that of a request line.
    public static final int UNDECLARED_TEXT = 8 * 1024;

    private HttpLimits() {}
}
