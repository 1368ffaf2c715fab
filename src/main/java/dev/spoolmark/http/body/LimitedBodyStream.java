package dev.spoolmark.http.body;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.HttpLimits;
import dev.spoolmark.http.PermitAwareIo;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A request body as it is received, with limits for its size, the disk space of all bodies, and its transfer rate.
public final class LimitedBodyStream extends InputStream {

    private final Supplier<InputStream> source;
    private final OptionalLong declared;
    private final BodySpace disk;
    private final InstantSource clock;
    private final PermitAwareIo network;
    private final BooleanSupplier serverStopping;

    private long limit;
    private Duration time = HttpLimits.BODY_TIME;
    private long read;
    private BodySpace.@Nullable Reservation reserved;
    private @Nullable InputStream opened;
    private @Nullable Instant started;
    private boolean ended;
    private boolean broken;

    /// @param declared the Content-Length, if any
    /// @param serverStopping whether the server is stopping, so that it closes the connection itself
    public LimitedBodyStream(
            Supplier<InputStream> source,
            OptionalLong declared,
            BodySpace disk,
            InstantSource clock,
            PermitAwareIo network,
            BooleanSupplier serverStopping) {
        this.source = source;
        this.declared = declared;
        this.disk = disk;
        this.clock = clock;
        this.network = network;
        this.serverStopping = serverStopping;
        ended = declared.isPresent() && declared.getAsLong() == 0;
    }

    /// Limits the stream to at most `max` bytes.
    LimitedBodyStream withLimit(long max) {
        limit = max;
        time = max > HttpLimits.BULK_BODY_BYTES ? HttpLimits.UPLOAD_TIME : HttpLimits.BODY_TIME;
        if (declared.isPresent() && declared.getAsLong() > max) {
            throw tooBig();
        }
        if (isLarge()) {
            reserveAll();
        }
        return this;
    }

    /// Whether its declared length is too large for memory.
    boolean isLarge() {
        return declared.orElse(0) > HttpLimits.BODY_IN_MEMORY_BYTES;
    }

    /// Number of bytes that are read into memory first.
    int firstBytes() {
        return (int) Math.min(declared.orElse(Long.MAX_VALUE), HttpLimits.BODY_IN_MEMORY_BYTES);
    }

    /// Reserves disk space for the declared length, or the limit, once.
    void reserveAll() {
        if (reserved == null) {
            reserved = runBlocking(() -> disk.reserve(declared.orElse(limit)));
        }
    }

    /// Returns the disk space that the body does not need.
    void shrinkReservation() {
        if (reserved != null) {
            reserved.shrinkTo(read);
        }
    }

    /// Whether the last byte has been read.
    public boolean ended() {
        return ended;
    }

    /// Whether it was truncated or too slow. The rest of it is not read.
    public boolean broken() {
        return broken;
    }

    /// Whether a part of it was not read.
    public boolean hasUnreadBytes() {
        return !ended && (declared.isEmpty() || read < declared.getAsLong());
    }

    public boolean isUnread() {
        return started == null;
    }

    /// Reads and discards the rest, up to [HttpLimits#DRAINED_BODY_BYTES]. A rest that is longer or too slow stays
    /// unread.
    public void drain() {
        release();
        byte[] away = new byte[8 * 1024];
        long enough = read + HttpLimits.DRAINED_BODY_BYTES;
        try {
            while (!ended && !broken && read < enough) {
                readNext(away, 0, away.length);
            }
        } catch (ProblemException tooSlow) {
            return; // the connection is closed after this response
        }
    }

    /// Runs something that blocks, without the permit. The time does not count for the transfer rate.
    public <T> T runBlocking(Supplier<T> waiting) {
        Instant before = clock.instant();
        try {
            return network.runBlocking(waiting);
        } finally {
            if (started != null) {
                started = started.plus(Duration.between(before, clock.instant()));
            }
        }
    }

    /// Returns the disk space.
    public void release() {
        if (reserved != null) {
            reserved.close();
        }
    }

    @Override
    public int read() {
        byte[] single = new byte[1];
        return read(single) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] into) {
        return read(into, 0, into.length);
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int count = readNext(into, offset, length);
        if (read > limit) {
            throw tooBig();
        }
        return count;
    }

    private int readNext(byte[] into, int offset, int length) {
        if (ended) {
            return -1;
        }
        if (started == null) {
            started = clock.instant();
        }
        int count = await(into, offset, length);
        if (count < 0) {
            ended = true;
            return -1;
        }
        read += count;
        enforceMinRate(Duration.between(started, clock.instant()));
        return count;
    }

    private int await(byte[] into, int offset, int length) {
        try {
            return network.transfer(time, () -> opened().read(into, offset, length));
        } catch (IOException | RuntimeException cutOff) {
            broken = true;
            throw new ProblemException(incomplete());
        }
    }

    private InputStream opened() {
        if (opened == null) {
            opened = source.get();
        }
        return opened;
    }

    private void enforceMinRate(Duration elapsed) {
        long requiredBytes = elapsed.minus(HttpLimits.BODY_GRACE).toSeconds() * HttpLimits.BODY_BYTES_PER_SECOND;
        if (read < requiredBytes || elapsed.compareTo(time) > 0) {
            broken = true;
            throw new ProblemException(new Problem.TooSlow());
        }
    }

    private ProblemException tooBig() {
        return new ProblemException(new Problem.TooBig(limit, "bytes"));
    }

    /// When the server stops, the client is not at fault and may repeat the request.
    private Problem incomplete() {
        return serverStopping.getAsBoolean()
                ? new Problem.Unavailable("the server is stopping", HttpLimits.RESTART_RETRY)
                : new Problem.Unreadable("the body was cut off");
    }
}
