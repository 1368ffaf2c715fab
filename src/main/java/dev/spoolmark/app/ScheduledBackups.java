package dev.spoolmark.app;

import dev.spoolmark.serversettings.BackupSchedule;
import dev.spoolmark.serversettings.ServerSettingValues;
import dev.spoolmark.serversettings.ServerSettings;
import dev.spoolmark.web.admin.Backups;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// Makes a backup each day at the time of the schedule, and deletes old ones. A backup that was missed while no server
/// ran is made at the start; any backup since the time of the schedule counts.
final class ScheduledBackups implements Runnable {

    /// After a failed backup.
    private static final Duration RETRY = Duration.ofHours(1);

    private final BackupDirectory backups;
    private final ServerSettings settings;
    private final InstantSource clock;
    private @Nullable Instant attempted;

    ScheduledBackups(BackupDirectory backups, ServerSettings settings, InstantSource clock) {
        this.backups = backups;
        this.settings = settings;
        this.clock = clock;
    }

    /// To be called every minute. Returns when the backup is complete.
    @Override
    public void run() {
        if (!backups.isSupported()) {
            return;
        }
        ServerSettingValues current = settings.current();
        BackupSchedule schedule = current.backups();
        Instant now = clock.instant();
        schedule.time()
                .map(time -> lastDue(time, current.accountDefaults().defaultTimeZone(), now))
                .filter(due -> isMissing(due) && isPermitted(now))
                .ifPresent(_ -> {
                    attempted = now;
                    backups.makeScheduled(schedule.keep());
                });
    }

    /// The last time of the schedule that is not in the future.
    static Instant lastDue(LocalTime time, ZoneId zone, Instant now) {
        ZonedDateTime today = now.atZone(zone).toLocalDate().atTime(time).atZone(zone);
        Instant due = today.toInstant();
        return due.isAfter(now) ? today.minusDays(1).toInstant() : due;
    }

    private boolean isMissing(Instant due) {
        return backups.list().stream().map(Backups.BackupFile::madeAt).noneMatch(made -> !made.isBefore(due));
    }

    private boolean isPermitted(Instant now) {
        Instant last = attempted;
        return last == null || !now.isBefore(last.plus(RETRY));
    }
}
