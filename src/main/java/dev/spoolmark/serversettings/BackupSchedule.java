package dev.spoolmark.serversettings;

import java.time.LocalTime;
import java.util.Optional;

/// When the server makes backups itself.
///
/// @param time of each day, in the time zone of the server; empty for never
/// @param keep number of backups that are kept, at least 1
public record BackupSchedule(Optional<LocalTime> time, int keep) {}
