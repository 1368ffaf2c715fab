package dev.spoolmark.web.admin;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Backups in the data directory of the server.
public interface Backups {

    /// A complete backup.
    ///
    /// @param name of its file
    record BackupFile(String name, long bytes, Instant madeAt) {}

    /// What the server does at the moment.
    sealed interface State {}

    /// Nothing was made since the start.
    record Idle() implements State {}

    /// A backup is being written.
    ///
    /// @param written bytes so far
    /// @param total about the size that it will have
    record Running(Instant since, long written, long total) implements State {}

    /// The last backup is complete.
    ///
    /// @param problems inconsistencies of the database, which the backup also has
    record Completed(BackupFile file, List<String> problems) implements State {

        public Completed {
            problems = List.copyOf(problems);
        }
    }

    /// The last backup failed.
    record Failed(Instant at, String reason) implements State {}

    /// The content of a backup, to be closed by the caller.
    record Content(BackupFile file, InputStream bytes) {}

    /// Whether the server can make backups itself: not of PostgreSQL.
    boolean isSupported();

    State state();

    /// Starts a backup in the background.
    ///
    /// @return false if one is being written
    boolean start(Account administrator, Actor by);

    /// All complete backups, newest first.
    List<BackupFile> list();

    /// The backup with this name, as an administrator downloads it.
    Optional<Content> open(String name, Account administrator, Actor by);

    /// @return whether there was a backup with this name
    boolean delete(String name, Account administrator, Actor by);
}
