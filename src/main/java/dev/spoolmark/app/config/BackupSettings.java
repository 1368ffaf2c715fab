package dev.spoolmark.app.config;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/// Scheduled backups.
final class BackupSettings {

    static final Setting<Optional<LocalTime>> BACKUP_TIME = Setting.of(
            "backup_time",
            "",
            SettingParsers::timeOfDay,
            "Time of day, such as `03:15`, in `time_zone`, at which the server makes a backup in the directory `backups`"
                    + " of the data directory. If unset, it makes none. Not for PostgreSQL.");

    static final Setting<Integer> BACKUP_KEEP = Setting.of(
            "backup_keep",
            "14",
            SettingParsers.number(1, 1_000),
            "Number of backups that are kept in the directory `backups`. After a backup of `backup_time` the oldest ones"
                    + " are deleted, also those that were made by hand.");

    static final List<Setting<?>> ALL = List.of(BACKUP_TIME, BACKUP_KEEP);

    private BackupSettings() {}
}
