package dev.spoolmark.app.jobs;

import dev.spoolmark.account.audit.LoginAttemptLog;
import dev.spoolmark.activity.RemovedItems;
import dev.spoolmark.app.ErrorMessages;
import dev.spoolmark.app.Features;
import dev.spoolmark.core.BackgroundTask;
import dev.spoolmark.core.BackgroundTasks;
import dev.spoolmark.idempotency.IdempotencyKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Periodic maintenance: due work at the start and every 30 s; deletion of old rows once a day.
public final class MaintenanceJobs implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(MaintenanceJobs.class.getName());
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final Duration MAIL_INTERVAL = Duration.ofSeconds(5);
    private static final Duration MINUTES = Duration.ofMinutes(5);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final LoginAttemptLog attempts;
    private final List<BackgroundTask> tasks;

    private MaintenanceJobs(LoginAttemptLog attempts, List<BackgroundTask> tasks) {
        this.attempts = attempts;
        this.tasks = tasks;
    }

    /// @param mail empty if no mail server is configured
    public static MaintenanceJobs start(BackgroundTasks tasks, Features features, Optional<MailDelivery> mail) {
        LoginAttemptLog attempts = features.accounts().attempts();
        List<BackgroundTask> started = new ArrayList<>(List.of(
                tasks.every("sweeper", Duration.ZERO, INTERVAL, () -> {
                    runSafely(features.expiredCheckins()::sweep, "could not store expired check-ins");
                    runSafely(features.catalogMerge()::resume, "could not move data of users to merged items");
                    runSafely(
                            features.plays().deletions()::purgeExpired,
                            "could not purge plays that users have deleted");
                    runSafely(
                            features.comments().edits()::purgeExpired,
                            "could not purge comments that users have deleted");
                    runSafely(features.notes()::purgeExpired, "could not purge notes that users have deleted");
                    runSafely(features.follows()::purgeEnded, "could not purge follows that users have ended");
                    runSafely(features.watchedTogether()::purgeExpired, "could not purge expired offers of plays");
                    runSafely(
                            features.plays().times()::purgeExpired,
                            "could not purge former times of plays that users have changed");
                    runSafely(
                            () -> RemovedItems.purgeExpired(
                                    features.database(), features.clock().instant()),
                            "could not purge items that users have removed");
                    runSafely(attempts::flushCompletedMinutes, "could not store sign-in attempts in the security log");
                }),
                tasks.every("oauth", MINUTES, MINUTES, features.oauth().maintenance()::purgeExpired),
                tasks.every("statistics", INTERVAL, INTERVAL, features.viewingStatistics()::recount),
                tasks.every("idempotency", HOUR, DAY, () -> purgeIdempotencyKeys(features)),
                tasks.every("audit", HOUR, DAY, features.accounts().audit()::purgeExpired),
                tasks.every("deletion", MINUTES, MINUTES, features.accountErasure()::run),
                tasks.every("sessions", HOUR, DAY, () -> {
                    features.sessions().purgeExpired();
                    features.webSignIn().purgeExpired();
                })));
        features.openId()
                .ifPresent(openId -> started.add(tasks.every("openid", MINUTES, MINUTES, openId::purgeExpired)));
        mail.ifPresent(delivery -> started.add(tasks.every("mail", MAIL_INTERVAL, MAIL_INTERVAL, delivery)));
        return new MaintenanceJobs(attempts, List.copyOf(started));
    }

    private static void purgeIdempotencyKeys(Features features) {
        features.database()
                .write(tx ->
                        new IdempotencyKeys().purgeExpired(tx, features.clock().instant()));
    }

    /// A failed task is retried in the next run and does not stop the others.
    private static void runSafely(Runnable work, String otherwise) {
        try {
            work.run();
        } catch (Throwable error) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> otherwise + "; retried in the next run: " + ErrorMessages.of(error));
        }
    }

    /// Waits for the current run, so that the database can be closed.
    @Override
    public void close() {
        tasks.forEach(BackgroundTask::close);
        runSafely(attempts::flushAll, "could not store the last sign-in attempts in the security log");
    }
}
