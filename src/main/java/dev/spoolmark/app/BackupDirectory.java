package dev.spoolmark.app;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.core.FilePermissions;
import dev.spoolmark.db.Database;
import dev.spoolmark.web.admin.Backups;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Backups in the directory `backups` of the data directory, made one at a time in the background. Only the owner of
/// the data directory can read them.
final class BackupDirectory implements Backups {

    private static final System.Logger LOG = System.getLogger(BackupDirectory.class.getName());
    private static final String DIRECTORY = "backups";

    private final Path directory;
    private final @Nullable Path databaseFile;
    private final Database database;
    private final InstantSource clock;
    private final Audit audit;
    private final AtomicReference<State> state = new AtomicReference<>(new Idle());
    private volatile @Nullable Path part;

    /// @param databaseFile the SQLite file; null if the database is another one
    BackupDirectory(Path data, @Nullable Path databaseFile, Database database, InstantSource clock) {
        this.directory = data.resolve(DIRECTORY);
        this.databaseFile = databaseFile;
        this.database = database;
        this.clock = clock;
        this.audit = new Audit(database, clock);
    }

    @Override
    public boolean isSupported() {
        return databaseFile != null;
    }

    @Override
    public State state() {
        State current = state.get();
        Path written = part;
        return current instanceof Running running && written != null
                ? new Running(running.since(), size(written), running.total())
                : current;
    }

    @Override
    public boolean start(Account administrator, Actor by) {
        administrator.requireAdministrator();
        Instant now = clock.instant();
        Path source = databaseFile;
        if (source == null || !begin(source, now)) {
            return false;
        }
        Thread.ofPlatform()
                .name("backup")
                .daemon()
                .start(() -> run(source, now, administrator.id().value(), by));
        return true;
    }

    /// Makes a backup in this thread, unless one is being written, and deletes the oldest ones.
    ///
    /// @param keep number of backups that are kept
    void makeScheduled(int keep) {
        Instant now = clock.instant();
        Path source = databaseFile;
        if (source == null || !begin(source, now)) {
            return;
        }
        run(source, now, Audit.NOBODY, Actor.SERVER);
        if (state.get() instanceof Completed) {
            list().stream().skip(keep).forEach(old -> {
                delete(directory.resolve(old.name()));
                note(AuditAction.BACKUP_DELETED, old.name(), Audit.NOBODY, Actor.SERVER);
            });
        }
    }

    /// @return false if a backup is being written
    private boolean begin(Path source, Instant now) {
        State before = state.get();
        return !(before instanceof Running) && state.compareAndSet(before, new Running(now, 0, size(source)));
    }

    private void run(Path source, Instant now, long user, Actor by) {
        State outcome = new Failed(now, "it ended unexpectedly: see the log of the server");
        try {
            outcome = write(source, now, user, by);
        } catch (UserErrorException failure) {
            outcome = new Failed(now, failure.message());
        } catch (IOException | UncheckedIOException failure) {
            outcome = new Failed(now, "the directory backups of the data directory cannot be written: check its owner");
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, () -> "could not make a backup: " + ErrorMessages.of(failure));
        } finally {
            part = null;
            state.set(outcome);
        }
    }

    private State write(Path source, Instant now, long user, Actor by) throws IOException {
        if (!Files.isDirectory(directory)) {
            FilePermissions.createDirectory(directory);
        }
        deleteIncomplete();
        long bytes = size(source);
        if (Files.getFileStore(directory).getUsableSpace() < bytes) {
            throw UserErrorException.of("the disk has less free space than the size of the database");
        }
        Path target = directory.resolve(BackupName.at(now, name -> Files.exists(directory.resolve(name))));
        Path copy = Backup.createPart(target);
        part = copy;
        Backup.Result made = new Backup(source, clock).run(copy, target);
        note(AuditAction.BACKUP_CREATED, target.getFileName().toString(), user, by);
        return new Completed(file(target), made.broken());
    }

    /// Files of backups that a former process did not complete.
    private void deleteIncomplete() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("spoolmark-") && name.endsWith(".part")) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    @Override
    public List<BackupFile> list() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(BackupDirectory::isBackup)
                    .map(BackupDirectory::file)
                    .sorted(Comparator.comparing(BackupFile::madeAt)
                            .thenComparing(BackupFile::name)
                            .reversed())
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Content> open(String name, Account administrator, Actor by) {
        administrator.requireAdministrator();
        return find(name).map(file -> {
            note(AuditAction.BACKUP_DOWNLOADED, name, administrator.id().value(), by);
            try {
                return new Content(file(file), Files.newInputStream(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public boolean delete(String name, Account administrator, Actor by) {
        administrator.requireAdministrator();
        Optional<Path> file = find(name);
        file.ifPresent(known -> {
            delete(known);
            note(AuditAction.BACKUP_DELETED, name, administrator.id().value(), by);
        });
        return file.isPresent();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The name is checked against the form of names, so it cannot lead out of the directory.
    private Optional<Path> find(String name) {
        return BackupName.time(name).map(_ -> directory.resolve(name)).filter(Files::isRegularFile);
    }

    private static boolean isBackup(Path file) {
        return BackupName.time(file.getFileName().toString()).isPresent();
    }

    private static BackupFile file(Path file) {
        String name = file.getFileName().toString();
        return new BackupFile(name, size(file), BackupName.time(name).orElse(Instant.EPOCH));
    }

    /// 0 while a file gets its final name.
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException missing) {
            return 0;
        }
    }

    private void note(AuditAction action, String name, long user, Actor by) {
        database.write(tx -> {
            audit.note(tx, action, user, by, name);
            return name;
        });
    }
}
