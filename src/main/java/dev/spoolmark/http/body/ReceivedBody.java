package dev.spoolmark.http.body;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.HttpLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
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
    ReceivedBody(
            byte[] begin,
            @Nullable FileChannel file,
            long length,
            RequestContentCoding encoding,
            long limit,
            Resources resources) {
        this.firstBytes = begin;
        this.file = file;
        this.length = length;
        this.encoding = encoding;
        this.limit = limit;
        this.resources = resources;
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

    /// Closes a file; an error is ignored.
    static void close(@Nullable FileChannel file) {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException failed) {
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

    void markExhausted() {
        exhausted = true;
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

    /// The decompressed bytes, for a body that is too large for memory.
    ///
    /// @throws dev.spoolmark.core.ProblemException with `TooBig` while reading beyond the limit
    public InputStream open() throws IOException {
        FileChannel large = file;
        InputStream raw =
                large == null ? new ByteArrayInputStream(firstBytes) : new FileBodyStream(this, large, length);
        return encoding == RequestContentCoding.IDENTITY ? raw : new DecodedBodyStream(encoding.decode(raw), limit);
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
}
