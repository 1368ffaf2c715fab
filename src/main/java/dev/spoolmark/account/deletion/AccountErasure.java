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

    /// Erases the data of all accounts that were deleted at least a minute ago. An interrupted run is continued by
    /// the next one.
    public void run() {
        Instant until = clock.instant().minus(DELAY);
        administration.deletedBefore(until).forEach(this::erase);
    }

    private void erase(UserId user) {
        erasers.forEach(eraser -> erase(user, eraser));
        administration.finishDeletion(user);
    }

    private void erase(UserId user, UserDataEraser eraser) {
        int erased;
        do {
            erased = database.write(tx -> eraser.erase(tx, user, BATCH));
        } while (erased >= BATCH);
    }
}
