package dev.spoolmark.http.body;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.HttpLimits;
import dev.spoolmark.http.TemporaryFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A complete request body. A small one is in memory, a large one in a file, so that a client that has not
/// signed in takes no memory, however slowly it sends. It can be read several times.
public final class ReceivedBody implements AutoCloseable {

    /// An empty body.
    public static final ReceivedBody NONE = of(new byte[0]);

    private final byte[] firstBytes;
    private final @Nullable FileChannel file;
    private final long length;
    private final RequestContentCoding encoding;
    private final long limit;
    private final Resources resources;
    private ByteBudget.@Nullable Share charged;
    private boolean exhausted;

    /// @param length the length of the file
    private ReceivedBody(
            byte[] begin,
            @Nullable FileChannel file,
            long length,
            RequestContentCoding encoding,
            long limit,
            Resources bodyResources) {
        this.firstBytes = begin;
        this.file = file;
        this.length = length;
        this.encoding = encoding;
        this.limit = limit;
        this.resources = bodyResources;
    }

    /// Resources that all requests share. A request for which they do not suffice waits.
    interface Resources {

        /// Memory for a bound body, if there is enough without waiting.
        Optional<ByteBudget.Share> freeMemory(long bytes);

        /// Memory for a bound body.
        ByteBudget.Share memory(long bytes);

        /// A permit for one of the few large bodies that are checked at the same time.
        ByteBudget.Share check();
    }

    /// A body in memory that is not charged to a budget.
    public static ReceivedBody of(byte[] bytes) {
        ByteBudget enough = new ByteBudget(Integer.MAX_VALUE, HttpLimits.BODY_TIMEOUT);
        return new ReceivedBody(bytes, null, 0, RequestContentCoding.IDENTITY, Long.MAX_VALUE, new Resources() {
            @Override
            public Optional<ByteBudget.Share> freeMemory(long bytes) {
                return enough.tryReserve(bytes);
            }

            @Override
            public ByteBudget.Share memory(long bytes) {
                return enough.reserve(bytes);
            }

            @Override
            public ByteBudget.Share check() {
                return enough.reserve(1);
            }
        });
    }

    /// Reads all of `in`.
    ///
    /// @param limit maximum decompressed size in bytes
    /// @param large called if it turns out to be large
    static ReceivedBody receive(
            LimitedBodyStream in,
            RequestContentCoding encoding,
            long limit,
            Path folder,
            Resources bodyResources,
            LargeBodyListener large) {
        if (in.ended()) {
            return NONE;
        }
        if (in.isLarge()) {
            large.onLargeBody();
        }
        in.withLimit(limit);
        byte[] begin = new byte[in.firstBytes()];
        int length = fill(in, begin);
        if (length < begin.length) {
            return new ReceivedBody(Arrays.copyOf(begin, length), null, 0, encoding, limit, bodyResources);
        }
        int next = in.read();
        if (next < 0) {
            return new ReceivedBody(begin, null, 0, encoding, limit, bodyResources);
        }
        if (!in.isLarge()) {
            large.onLargeBody();
        }
        in.reserveAll();
        FileChannel file = open(folder);
        try {
            write(file, ByteBuffer.wrap(begin));
            write(file, ByteBuffer.wrap(new byte[] {(byte) next}));
            long part = copy(in, begin, file, HttpLimits.BODY_PART_BYTES);
            if (part > 0) {
                large.onFirstPart(new ReceivedBody(new byte[0], file, part, encoding, limit, bodyResources));
                copy(in, begin, file, Long.MAX_VALUE);
            }
            in.shrinkReservation();
            return new ReceivedBody(new byte[0], file, Long.MAX_VALUE, encoding, limit, bodyResources);
        } catch (IOException diskFullOrReadOnly) {
            close(file);
            throw noSpace();
        } catch (RuntimeException | Error e) {
            close(file);
            throw e;
        }
    }

    /// Copies until the file has `enough` bytes.
    ///
    /// @return the size of the file, or 0 at the end of the body
    private static long copy(LimitedBodyStream in, byte[] buffer, FileChannel file, long enough) throws IOException {
        while (file.size() < enough) {
            int count = in.read(buffer);
            if (count < 0) {
                return 0;
            }
            write(file, ByteBuffer.wrap(buffer, 0, count));
        }
        return file.size();
    }

    private static int fill(LimitedBodyStream in, byte[] into) {
        int length = 0;
        while (length < into.length) {
            int count = in.read(into, length, into.length - length);
            if (count < 0) {
                break;
            }
            length += count;
        }
        return length;
    }

    private static FileChannel open(Path folder) {
        try {
            return TemporaryFiles.open(folder, "request-");
        } catch (IOException diskFullOrReadOnly) {
            throw noSpace();
        }
    }

    private static ProblemException noSpace() {
        return new ProblemException(new Problem.Overloaded(HttpLimits.BODY_RETRY));
    }

    private static void write(FileChannel file, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            int written = file.write(bytes);
            if (written <= 0) {
                throw new IOException("nothing was written");
            }
        }
    }

    private static void close(@Nullable FileChannel file) {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException left) {
            // Nothing can be done about it.
        }
    }

    boolean isEmpty() {
        return firstBytes.length == 0 && file == null;
    }

    /// Whether checking it may take more time and memory than a request has anyway.
    boolean isLarge() {
        return file != null || encoding != RequestContentCoding.IDENTITY;
    }

    /// Whether it has been read to its end.
    boolean isExhausted() {
        return exhausted;
    }

    boolean isCompressed() {
        return encoding != RequestContentCoding.IDENTITY;
    }

    /// The bytes of a small body. Must not be modified.
    byte[] small() {
        if (isLarge()) {
            throw new IllegalStateException("a large body is not in memory");
        }
        return firstBytes;
    }

    /// The decompressed bytes.
    ///
    /// @throws dev.spoolmark.core.ProblemException with `TooBig` while reading beyond the limit
    InputStream open() throws IOException {
        FileChannel large = file;
        InputStream raw = large == null ? new ByteArrayInputStream(firstBytes) : new Reading(large);
        return encoding == RequestContentCoding.IDENTITY ? raw : new Limited(encoding.decode(raw), limit);
    }

    /// All bytes, decompressed.
    public byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new ProblemException(new Problem.Unreadable("the body is not properly compressed"));
        }
    }

    /// Charges `bytes` of memory to the budget of all requests, replacing the previous charge. Waits if
    /// necessary.
    void charge(long bytes) {
        if (!tryCharge(bytes)) {
            charged = resources.memory(bytes);
        }
    }

    /// The same if it is possible without waiting.
    boolean tryCharge(long bytes) {
        uncharge();
        if (bytes <= HttpLimits.UNCHARGED_BODY_BYTES) {
            return true;
        }
        charged = resources.freeMemory(bytes).orElse(null);
        return charged != null;
    }

    /// Runs `check`; for a large body with a permit.
    <T> T checked(Supplier<T> check) {
        if (!isLarge()) {
            return check.get();
        }
        try (ByteBudget.Share _ = resources.check()) {
            return check.get();
        }
    }

    private void uncharge() {
        if (charged != null) {
            charged.close();
            charged = null;
        }
    }

    /// Frees its memory and its file.
    @Override
    public void close() {
        uncharge();
        close(file);
    }

    /// Reads a file from its beginning, with a position of its own. Closing it closes nothing.
    private final class Reading extends InputStream {

        private final FileChannel large;
        private long position;

        private Reading(FileChannel large) {
            this.large = large;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            int max = (int) Math.min(count, length - position);
            int bytesRead = max > 0 || count == 0 ? large.read(ByteBuffer.wrap(into, offset, max), position) : -1;
            exhausted |= bytesRead < 0;
            position += Math.max(bytesRead, 0);
            return bytesRead;
        }
    }

    /// Limits the output of a decoder.
    private static final class Limited extends InputStream {

        private final InputStream in;
        private final long limit;
        private long read;

        private Limited(InputStream in, long limit) {
            this.in = in;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            byte[] single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = in.read(into, offset, length);
            read += Math.max(count, 0);
            if (read > limit) {
                throw new ProblemException(new Problem.TooBig(limit, "bytes"));
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
