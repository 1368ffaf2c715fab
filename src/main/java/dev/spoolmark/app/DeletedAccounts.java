package dev.spoolmark.app;

import dev.spoolmark.account.AccountAdministration;
import dev.spoolmark.account.DeletedAccount;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Keeps the list of deleted accounts outside the database, and deletes them again after an older database was
/// restored.
public final class DeletedAccounts {

    /// As long as entries of the security log: older backups must not be restored.
    static final Duration RETENTION = Duration.ofDays(400);

    /// Deletions that other nodes committed late are recorded by a later run.
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final DeletedAccountsFile file;
    private final AccountAdministration administration;
    private final InstantSource clock;
    private Instant recorded = Instant.EPOCH;

    public DeletedAccounts(DeletedAccountsFile file, AccountAdministration administration, InstantSource clock) {
        this.file = file;
        this.administration = administration;
        this.clock = clock;
    }

    /// The files that may be about the accounts in a backup: in the data directory, beside the backup, and above its
    /// directory, since backups of the page are in a directory of the data directory.
    public static List<DeletedAccountsFile> files(Path data, Path backup) {
        Path directory = Backup.folderOf(backup);
        Path above = directory.getParent();
        return Stream.of(data, directory, above == null ? directory : above)
                .map(folder -> folder.toAbsolutePath().normalize())
                .distinct()
                .map(DeletedAccountsFile::in)
                .filter(DeletedAccountsFile::exists)
                .toList();
    }

    /// The entries of all these files, each account once.
    public static List<DeletedAccount> all(List<DeletedAccountsFile> files) {
        return files.stream().map(DeletedAccountsFile::read).reduce(List.of(), DeletedAccounts::merge);
    }

    /// Deletes the accounts of the file that exist in the database.
    ///
    /// @return their number
    public int deleteAgain() {
        return administration.deleteAgain(file.read()).size();
    }

    /// Adds new deletions to the file, and removes entries after their time.
    public synchronized void recordNew() {
        Instant now = clock.instant();
        List<DeletedAccount> recent = administration.deletedSince(recorded);
        if (!recent.isEmpty()) {
            Instant oldest = now.minus(RETENTION);
            write(merge(file.read(), recent).stream()
                    .filter(entry -> entry.deletedAt().isAfter(oldest))
                    .toList());
        }
        recorded = now.minus(OVERLAP);
    }

    private void write(List<DeletedAccount> entries) {
        try {
            if (!entries.equals(file.read())) {
                file.write(entries);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All entries, each account once with its first entry.
    static List<DeletedAccount> merge(List<DeletedAccount> first, List<DeletedAccount> second) {
        Map<List<Object>, DeletedAccount> all = new LinkedHashMap<>();
        Stream.concat(first.stream(), second.stream())
                .forEach(entry -> all.putIfAbsent(List.of(entry.user(), entry.createdAt()), entry));
        return List.copyOf(all.values());
    }
}
