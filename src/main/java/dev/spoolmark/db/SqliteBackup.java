package dev.spoolmark.db;

import dev.spoolmark.core.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/// Backups of a SQLite database: one compact file with the state of one moment, followed by a [BackupTrailer].
///
/// SQLite ignores bytes after its last page, so every SQLite tool reads a backup.
public final class SqliteBackup {

    private static final int CHUNK = 1 << 16;

    private SqliteBackup() {}

    /// Copies the current state of `store` to the empty file `copy`, while other connections write.
    public static void copy(Path store, Path copy) {
        try (StatementCache statements =
                new StatementCache(DriverManager.getConnection("jdbc:sqlite:" + store.toAbsolutePath()))) {
            statements.executeOnce("PRAGMA busy_timeout = 10000");
            PreparedStatement vacuum = statements.prepare("VACUUM INTO ?");
            vacuum.setString(1, copy.toAbsolutePath().toString());
            vacuum.execute();
        } catch (SQLException e) {
            throw DatabaseException.of(e);
        }
    }

    /// Appends the trailer. When this returns, the file survives a power failure.
    public static BackupTrailer writeTrailer(Path copy, String product, Instant made) throws IOException {
        int schema = Migrations.sqlite(copy).version();
        try (FileChannel file = FileChannel.open(copy, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MessageDigest digest = Sha256.newDigest();
            long bytes = read(file, file.size(), (chunk, length) -> digest.update(chunk, 0, length), read -> {});
            BackupTrailer unsigned = new BackupTrailer(schema, product, made, bytes, "");
            BackupTrailer label = unsigned.with(hex(digest, unsigned));
            ByteBuffer trailer = ByteBuffer.wrap(label.written());
            while (trailer.hasRemaining()) {
                bytes += file.write(trailer, bytes);
            }
            file.force(true);
            return label;
        }
    }

    /// Extracts the database of `backup` to `store`, verifying its digest.
    ///
    /// @param progress receives the number of bytes done
    public static BackupTrailer extract(Path backup, Path store, LongConsumer progress)
            throws IOException, InvalidBackupException {
        try (FileChannel file = FileChannel.open(backup, StandardOpenOption.READ)) {
            BackupTrailer label = requireUsable(label(file), file.size());
            MessageDigest digest = Sha256.newDigest();
            try (FileChannel copy =
                    FileChannel.open(store, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                OutputStream out = Channels.newOutputStream(copy);
                read(
                        file,
                        label.bytes(),
                        (chunk, length) -> {
                            digest.update(chunk, 0, length);
                            out.write(chunk, 0, length);
                        },
                        progress);
                copy.force(true);
            }
            if (!hex(digest, label).equals(label.sha256())) {
                throw new InvalidBackupException("its checksum does not match");
            }
            return label;
        }
    }

    /// Syncs a directory, so that its entries survive a power failure.
    public static void force(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static BackupTrailer label(FileChannel file) throws IOException, InvalidBackupException {
        ByteBuffer label = ByteBuffer.allocate(BackupTrailer.SIZE);
        long start = file.size() - BackupTrailer.SIZE;
        while (start > 0 && label.hasRemaining()) {
            if (file.read(label, start + label.position()) < 0) {
                break;
            }
        }
        return BackupTrailer.read(label.array())
                .orElseThrow(() -> new InvalidBackupException(
                        "it has no valid trailer: it is truncated, damaged or not a backup"));
    }

    private static BackupTrailer requireUsable(BackupTrailer label, long size) throws InvalidBackupException {
        if (label.bytes() != size - BackupTrailer.SIZE) {
            throw new InvalidBackupException("its size does not match");
        }
        if (label.schema() > Migrations.NEWEST) {
            throw new InvalidBackupException("it was written by a newer version of Spoolmark (" + label.product()
                    + ", schema " + label.schema() + ", this version supports " + Migrations.NEWEST + ")");
        }
        return label;
    }

    private static long read(FileChannel file, long bytes, Sink sink, LongConsumer progress) throws IOException {
        InputStream in = Channels.newInputStream(file.position(0));
        byte[] chunk = new byte[CHUNK];
        long done = 0;
        while (done < bytes) {
            int count = in.read(chunk, 0, (int) Math.min(CHUNK, bytes - done));
            if (count < 0) {
                break;
            }
            sink.write(chunk, count);
            done += count;
            progress.accept(done);
        }
        return done;
    }

    private static String hex(MessageDigest digest, BackupTrailer label) {
        digest.update(label.magic());
        return HexFormat.of().formatHex(digest.digest());
    }

    @FunctionalInterface
    private interface Sink {

        void write(byte[] chunk, int length) throws IOException;
    }
}
