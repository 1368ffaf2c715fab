package dev.spoolmark.http;

import dev.spoolmark.core.RateLimit;
import java.time.Duration;

/// How much anyone may send, and how slowly (`docs/security.md#sec-i1`). The limit itself works, one more is
/// refused.
public final class HttpLimits {

    /// What the HTTP library may collect of chunks before it hands them on, for all connections together.
    static final long CHUNK_MEMORY = 8L * 1024 * 1024;

    /// What it may collect for each connection beside that.
    static final long CHUNK_OWN_MEMORY = 64L * 1024;

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

    /// Bodies up to this size are kept in memory as they come, larger ones in a file.
    public static final int BODY_IN_MEMORY_BYTES = 16 * 1024;

    /// Of a body that is larger still, so much is checked before the rest is taken.
    public static final int BODY_PART_BYTES = 1024 * 1024;

    /// What the files of all bodies may take of the disk.
    public static final long BODY_DISK_BYTES = 256L * 1024 * 1024;

    /// What the files of the bodies of one network may take of it.
    public static final long BODY_DISK_BYTES_A_NETWORK = BODY_DISK_BYTES / 4;

    /// How long a large body waits for its place on the disk or in memory, and after which time it may come again.
    public static final Duration BODY_PATIENCE = Duration.ofSeconds(30);

    public static final Duration BODY_RETRY = Duration.ofSeconds(2);

    /// What a rejected body may leave unread while its connection stays open.
    public static final int UNREAD_BODY_BYTES = 64 * 1024;

    /// How much of a body nobody wanted is read away. A sender who is cut off before its last byte may never read
    /// why.
    public static final int DRAINED_BODY_BYTES = 64 * 1024 * 1024;

    /// From the first byte of a request to the end of its header.
    public static final Duration HEADER_TIME = Duration.ofSeconds(10);

    public static final Duration BODY_GRACE = Duration.ofSeconds(10);
    public static final int BODY_BYTES_PER_SECOND = 1024;
    public static final Duration BODY_TIME = Duration.ofSeconds(60);

    /// How many connections one address may hold, unless it is trusted.
    public static final int CONNECTIONS_AN_ADDRESS = 64;

    /// How often one address may call, unless it is trusted.
    public static final RateLimit REQUESTS_OF_AN_ADDRESS = new RateLimit(500, Duration.ofMillis(20));

    /// After so many the client is asked to connect anew.
    public static final int REQUESTS_A_CONNECTION = 1_000;

    /// How long each look into the store may take for a request that only reads, and for any other
    /// (`docs/security.md#sec-i5`).
    public static final Duration READ_TIME = Duration.ofSeconds(10);

    public static final Duration SYNC_TIME = Duration.ofSeconds(30);

    public static final Duration KEEP_ALIVE = Duration.ofSeconds(60);
    public static final Duration ANSWER_STALL = Duration.ofSeconds(60);
    public static final Duration DRAIN = Duration.ofSeconds(10);

    /// How much of a response stays in memory while its client does not read it; the rest waits in a file.
    public static final int ANSWER_MEMORY_BYTES = 32 * 1024;

    /// How much of all responses together waits in files.
    public static final long ANSWER_FILE_BYTES = 1024L * 1024 * 1024;

    /// How much of a response the system keeps for a connection.
    public static final int SEND_BUFFER_BYTES = 128 * 1024;

    /// Answers shorter than this are sent as they are.
    public static final int COMPRESSED_FROM_BYTES = 1024;

    public static final int JSON_DEPTH = 32;
    public static final int JSON_TEXT = 64 * 1024;
    public static final int JSON_NAME = 256;
    public static final int JSON_NUMBER = 32;
    public static final int JSON_EXPONENT = 64;

    /// Values, objects and lists in one body.
    public static final int BODY_VALUES = 100_000;

    /// What the texts of one body may take in memory.
    public static final int BODY_TEXT_BYTES = 8 * 1024 * 1024;

    /// What the names of the objects that are open at one place of a body may take together.
    public static final int BODY_NAMES = 64 * 1024;

    /// What is charged for a value besides its text: the objects it becomes, and those made of it while it is
    /// stored.
    public static final int VALUE_MEMORY_BYTES = 160;

    /// The same for a value of a form, which first becomes a tree.
    public static final int FORM_VALUE_MEMORY_BYTES = 320;

    /// What a body may become without being charged.
    public static final int UNCHARGED_BODY_BYTES = 64 * 1024;

    /// What a small body may become before its sender is known; one that becomes more is built afterwards.
    public static final int BODY_BUILT_AT_ONCE = 512 * 1024;

    /// How many members that no record declares are kept from the top of a body.
    public static final int UNDECLARED_MEMBERS = 64;

    /// How long these may be together: a request line holds no more either.
    public static final int UNDECLARED_TEXT = 8 * 1024;

    private HttpLimits() {}
}
