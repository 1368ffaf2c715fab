package dev.spoolmark.account.deletion;

import dev.spoolmark.account.AccountAdministration;
import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Erases the data of deleted accounts (`docs/security.md#sec-p6`).
///
/// An account is invisible and unusable as soon as it is deleted; its rows follow here, in small transactions.
public final class AccountErasure {

    static final int BATCH = 500;

    private static final long MAX_TRANSACTIONS = 1_000;

    /// Longer than another node may take an account for active.
    private static final Duration DELAY = Duration.ofMinutes(1);

    private final Database database;
    private final AccountAdministration administration;
    private final InstantSource clock;
    private final List<UserDataEraser> erasers;

    /// @param erasers of all features, in the order of a preview
    public AccountErasure(
            Database database,
            AccountAdministration administration,
            InstantSource clock,
            List<UserDataEraser> erasers) {
        this.database = database;
        this.administration = administration;
        this.clock = clock;
        this.erasers = List.copyOf(erasers);
    }

    /// What the deletion of an account would erase: the number of rows by the name of what they are.
    public Map<String, Long> preview(UserId user) {
        return database.read(tx -> {
            Map<String, Long> counts = new LinkedHashMap<>();
            erasers.stream()
                    .filter(eraser -> !eraser.name().isEmpty())
                    .forEach(eraser -> counts.merge(eraser.name(), eraser.count(tx, user), Long::sum));
            return counts;
        });
    }

    /// Erases data of accounts that were deleted at least a minute ago, in at most 1,000 transactions. The next run
    /// continues.
    public void run() {
        run(clock.instant().minus(DELAY), MAX_TRANSACTIONS);
    }

    /// Erases the data of all deleted accounts at once. No server may run.
    public void runAll() {
        run(clock.instant().plusMillis(1), Long.MAX_VALUE);
    }

    /// @param until accounts that were deleted before
    /// @param transactions maximum number
    void run(Instant until, long transactions) {
        long left = transactions;
        for (UserId user : administration.deletedBefore(until)) {
            left -= erase(user, left);
            if (left <= 0) {
                return;
            }
        }
    }

    /// @return the number of transactions; `max` or more if something may be left
    private long erase(UserId user, long max) {
        long count = 0;
        for (UserDataEraser eraser : erasers) {
            int erased = BATCH;
            while (erased >= BATCH) {
                if (count >= max) {
                    return count;
                }
                erased = database.write(tx -> eraser.erase(tx, user, BATCH));
                count++;
            }
        }
        administration.finishDeletion(user);
        return count;
    }
}
