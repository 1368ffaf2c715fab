package dev.spoolmark.wire;

import java.time.Duration;

/// How much anyone may send, and how slowly (`SEC-I1`). The limit itself works, one more is refused.
public final class Limits {

    public static final int REQUEST_LINE_BYTES = 8 * 1024;
    public static final int PATH_SEGMENTS = 16;
    public static final int QUERY_PARAMETERS = 50;

    public static final int HEADER_BYTES = 16 * 1024;
    public static final int HEADER_FIELDS = 100;
    public static final int HEADER_FIELD_BYTES = 8 * 1024;

    /// A call about one thing; a comment of 10,000 characters may arrive as escapes.
    public static final long BODY_BYTES = 256 * 1024;

    /// A call with a whole library in it.
    public static final long BULK_BODY_BYTES = 16 * 1024 * 1024;

    /// Bodies up to this size need no place in the common memory.
    public static final int UNRESERVED_BODY_BYTES = 64 * 1024;

    /// What a body without a Content-Length reserves at a time.
    public static final int BODY_RESERVATION_BYTES = 256 * 1024;

    /// How much of a body nobody wanted is read away. A sender who is cut off before its last byte may never read why.
    public static final int DRAINED_BODY_BYTES = 64 * 1024 * 1024;

    /// From the first byte of a request to the end of its header.
    public static final Duration HEADER_TIME = Duration.ofSeconds(10);

    public static final Duration BODY_GRACE = Duration.ofSeconds(10);
    public static final int BODY_BYTES_PER_SECOND = 1024;
    public static final Duration BODY_TIME = Duration.ofSeconds(60);

    /// How many connections one address may hold, unless it is trusted.
    public static final int CONNECTIONS_AN_ADDRESS = 64;

    /// How often one address may call, unless it is trusted.
    public static final Pace REQUESTS_OF_AN_ADDRESS = new Pace(500, Duration.ofMillis(20));

    /// After so many the client is asked to connect anew.
    public static final int REQUESTS_A_CONNECTION = 1_000;

    /// How long each look into the store may take for a request that only reads, and for any other (`SEC-I5`).
    public static final Duration READ_TIME = Duration.ofSeconds(10);

    public static final Duration SYNC_TIME = Duration.ofSeconds(30);

    public static final Duration KEEP_ALIVE = Duration.ofSeconds(60);
    public static final Duration ANSWER_STALL = Duration.ofSeconds(60);
    public static final Duration DRAIN = Duration.ofSeconds(10);

    /// How much of a response stays in memory while its client does not read it; the rest waits in a file.
    public static final int ANSWER_MEMORY_BYTES = 32 * 1024;

    /// How much of all responses together waits in files.
    public static final long ANSWER_FILE_BYTES = 256L * 1024 * 1024;

    /// How much of a response the system keeps for a connection.
    public static final int SEND_BUFFER_BYTES = 128 * 1024;

    /// Answers shorter than this are sent as they are.
    public static final int COMPRESSED_FROM_BYTES = 1024;

    public static final int JSON_DEPTH = 32;
    public static final int JSON_TEXT = 64 * 1024;
    public static final int JSON_NAME = 256;
    public static final int JSON_NUMBER = 32;
    public static final int JSON_EXPONENT = 64;
    public static final int JSON_TOKENS = 2_000_000;

    /// How many members that no record declares are kept from the top of a body.
    public static final int UNDECLARED_MEMBERS = 64;

    private Limits() {}
}
