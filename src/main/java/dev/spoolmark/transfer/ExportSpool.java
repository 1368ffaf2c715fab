package dev.spoolmark.transfer;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.core.KeyedRateLimiter;
import dev.spoolmark.core.MonotonicTicker;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.RateLimit;
import dev.spoolmark.db.QueryTimeout;
import dev.spoolmark.http.TemporaryFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Exports for clients that may read slowly. An archive is written to a temporary file first, so that the snapshot of
/// the database is open for seconds, and a failure is reported before anything is sent
/// (`docs/decisions/0023-exports-are-spooled.md`).
///
/// One archive is written at a time. All files together take at most 1 GiB.
public final class ExportSpool {

    private static final System.Logger LOG = System.getLogger(ExportSpool.class.getName());

    static final long MAX_BYTES = 1L << 30;

    /// Exports of one user (`docs/security.md#rate-limits`).
    private static final RateLimit PER_USER = RateLimit.of(2, Duration.ofHours(1));

    private static final Duration QUEUE_TIME = Duration.ofSeconds(20);
    private static final Duration WRITE_TIME = Duration.ofMinutes(5);
    /// After this time an archive that is still being sent is closed when another is written.
    private static final Duration SEND_TIME = Duration.ofMinutes(30);

    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final int BUFFER = 64 * 1024;

    /// Disk space that is left free for the database.
    private static final long MIN_FREE_DISK = 256L * 1024 * 1024;

    private final UserExport export;
    private final Path folder;
    private final long maxBytes;
    private final Duration maxTime;
    private final KeyedRateLimiter<UserId> perUser;
    private final Semaphore one = new Semaphore(1, true);
    private final MonotonicTicker ticker;
    private final Set<SpooledExport> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong used = new AtomicLong();

    /// @param folder for the files; created with the first one
    public ExportSpool(UserExport export, Path folder, InstantSource clock) {
        this(export, folder, clock, MAX_BYTES, WRITE_TIME);
    }

    ExportSpool(UserExport export, Path folder, InstantSource clock, long maxBytes, Duration maxTime) {
        this.export = export;
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.maxTime = maxTime;
        this.ticker = new MonotonicTicker(clock);
        this.perUser = new KeyedRateLimiter<>(PER_USER, clock);
    }

    /// Writes the archive of a user as [#write(ExportFormat, Account, Actor)].
    public SpooledExport write(Account account, Actor by) throws TooManyExportsException, ExportTooLargeException {
        return write(ExportFormat.SPOOLMARK, account, by);
    }

    /// Writes a file of a user and records it in the security log.
    ///
    /// @return the file, to be closed by the caller
    /// A failure that may not occur again does not count as an export of the user.
    ///
    /// @throws TooManyExportsException when the user has exported twice within the last hour
    /// @throws ExportTooLargeException when the archive takes more space or time than a download may
    /// @throws ProblemException with `Overloaded` when others export, or when the disk is full
    public SpooledExport write(ExportFormat format, Account account, Actor by)
            throws TooManyExportsException, ExportTooLargeException {
        Duration wait = perUser.tryAcquire(account.id());
        if (wait.isPositive()) {
            throw new TooManyExportsException(wait);
        }
        try {
            return writeAlone(format, account, by);
        } catch (ExportTooLargeException tooLarge) {
            warn(account, tooLarge.getMessage());
            throw tooLarge;
        } catch (IOException failed) {
            perUser.refund(account.id());
            warn(account, failed.toString());
            throw overloaded();
        } catch (ProblemException rejected) {
            perUser.refund(account.id());
            warn(account, rejected.problem().toString());
            throw rejected;
        } catch (RuntimeException | Error failed) {
            perUser.refund(account.id());
            throw failed;
        }
    }

    private static void warn(Account account, @Nullable String reason) {
        LOG.log(Level.WARNING, () -> "the export of user " + account.id().value() + " failed: " + reason);
    }

    private SpooledExport writeAlone(ExportFormat format, Account account, Actor by) throws IOException {
        acquire();
        try {
            closeExpired();
            SpooledExport written = QueryTimeout.with(maxTime, () -> writeFile(format, account));
            try {
                export.record(account, by);
                return written;
            } catch (RuntimeException failed) {
                written.close();
                throw failed;
            }
        } finally {
            one.release();
        }
    }

    /// Bytes of the files that are open.
    long usedBytes() {
        return used.get();
    }

    private void acquire() throws IOException {
        try {
            if (!one.tryAcquire(QUEUE_TIME.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("others export");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("the server stops");
        }
    }

    private SpooledExport writeFile(ExportFormat format, Account account) throws IOException {
        FileChannel file = TemporaryFiles.open(folder, "export-");
        BoundedOutput bounded = new BoundedOutput(Channels.newOutputStream(file));
        try {
            OutputStream out = new BufferedOutputStream(bounded, BUFFER);
            export.write(format, account, out, ExportProgress.NONE);
            out.flush();
            file.position(0);
            SpooledExport written = new SpooledExport(
                    ExportName.of(format, account), file, bounded.bytes, ticker.read(), this::closing);
            open.add(written);
            return written;
        } catch (Throwable failed) {
            used.addAndGet(-bounded.bytes);
            file.close();
            if (failed instanceof ProblemException) {
                bounded.enforceTime(); // a query was stopped because of it
            }
            throw failed;
        }
    }

    private void closing(SpooledExport closed) {
        open.remove(closed);
        used.addAndGet(-closed.bytes());
    }

    /// Ends the responses of clients that read too slowly.
    private void closeExpired() {
        long now = ticker.read();
        open.stream()
                .filter(export -> now - export.writtenAt() >= SEND_TIME.toNanos())
                .forEach(SpooledExport::close);
    }

    private static ProblemException overloaded() {
        return new ProblemException(new Problem.Overloaded(RETRY));
    }

    /// Reserves space before it writes, and limits the time of all queries together.
    private final class BoundedOutput extends OutputStream {

        private final OutputStream out;
        private final long began = System.nanoTime();
        private long bytes;

        private BoundedOutput(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            bytes += length;
            long usedByAll = used.addAndGet(length);
            if (bytes > maxBytes) {
                throw new ExportTooLargeException("it has more than " + maxBytes + " bytes");
            }
            if (usedByAll > maxBytes) {
                throw new IOException("the exports that are being sent have " + (usedByAll - bytes) + " bytes");
            }
            enforceTime();
            if (Files.getFileStore(folder).getUsableSpace() < MIN_FREE_DISK) {
                throw new IOException("the disk is nearly full");
            }
            out.write(from, offset, length);
        }

        private void enforceTime() throws ExportTooLargeException {
            if (System.nanoTime() - began >= maxTime.toNanos()) {
                throw new ExportTooLargeException("it takes more than " + maxTime.toSeconds() + " seconds");
            }
        }
    }
}
