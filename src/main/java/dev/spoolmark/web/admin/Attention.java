package dev.spoolmark.web.admin;

import dev.spoolmark.catalog.source.SourceQueueStatus;
import dev.spoolmark.core.BackgroundTask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Something that an administrator should look at.
///
/// @param text key of the text
/// @param value of the text
/// @param section of the pages of administrators where more is said
public record Attention(String text, String value, String section) {

    private static final Duration BACKUP_AGE = Duration.ofDays(7);
    private static final Duration RECENT = Duration.ofDays(1);
    private static final long LOW_DISK_BYTES = 1_000_000_000;

    static List<Attention> list(AdminFeatures features) {
        ServerStatus status = features.status();
        Instant now = features.clock().instant();
        List<Attention> found = new ArrayList<>();
        long free = status.freeDiskBytes();
        if (free >= 0 && free < LOW_DISK_BYTES) {
            found.add(new Attention("admin.attention.disk", "", "backup"));
        }
        for (BackgroundTask.State task : status.tasks()) {
            if (!task.alive()) {
                found.add(new Attention("admin.attention.task", task.name(), "jobs"));
            }
        }
        addSources(found, features.sourceJobs().state(), now);
        if (features.backups().isSupported() && !hasRecentBackup(features.backups(), now)) {
            found.add(new Attention("admin.attention.backup", "", "backup"));
        }
        return found;
    }

    private static void addSources(List<Attention> found, SourceQueueStatus queue, Instant now) {
        for (SourceQueueStatus.Condition source : queue.sources()) {
            Instant at = source.errorAt();
            if (at != null && at.isAfter(now.minus(RECENT))) {
                found.add(new Attention("admin.attention.source", source.name(), "sources"));
            }
        }
    }

    private static boolean hasRecentBackup(Backups backups, Instant now) {
        return backups.list().stream().anyMatch(backup -> backup.madeAt().isAfter(now.minus(BACKUP_AGE)));
    }
}
