package dev.spoolmark.rewatch;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.TableMover;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.catalog.merge.UserItemRows;
import dev.spoolmark.core.ClockSkew;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.history.PendingPlays;
import dev.spoolmark.social.ProfileView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Watching shows again. A rewatch changes the progress only: no play is changed or deleted.
///
/// A play counts in the run in which it was watched; one at an unknown time counts in the run in which it was stored.
/// A run without plays is not left behind, so that a repeated request starts one rewatch.
public final class Rewatches {

    private final Database database;
    private final PendingPlays pendingPlays;
    private final InstantSource clock;
    private final RewatchStore store = new RewatchStore();

    public Rewatches(Database database, PendingPlays pendingPlays, InstantSource clock) {
        this.database = database;
        this.pendingPlays = pendingPlays;
        this.clock = clock;
    }

    /// Moves rewatches when two items are merged.
    public static UserDataMover mover(ActivityStamps stamps) {
        return new TableMover(RewatchStore.TABLE, Optional.empty(), stamps);
    }

    /// All rewatches as rows, for imports. The further key is the number of the run, the column its start.
    public static UserItemRows rows() {
        return new UserItemRows(RewatchStore.TABLE);
    }

    /// Starts a further run now.
    ///
    /// @return the current run: a new one, or the one before if it has no plays; empty for a show without plays
    public Optional<Rewatch> start(UserId user, ShowId show) {
        Instant now = now();
        pendingPlays.flush(user);
        return database.write(tx -> {
            Optional<Rewatch> before = store.current(tx, user, show);
            Instant since = before.map(Rewatch::startedAt).orElse(Instant.EPOCH);
            return store.hasPlays(tx, user, show, since, now.plusMillis(1)) ? add(tx, user, show, now) : before;
        });
    }

    /// Starts a run at a time, in place of those that started then or later.
    ///
    /// @return the current run; empty if the user has no play before that time
    /// @throws ProblemException with [Problem.Invalid] if the time is in the future
    public Optional<Rewatch> startAt(UserId user, ShowId show, Instant at) {
        if (ClockSkew.isAhead(at, now())) {
            throw new ProblemException(new Problem.Invalid("reset_at"));
        }
        pendingPlays.flush(user);
        return database.write(tx -> {
            store.deleteFrom(tx, user, show, at);
            Optional<Rewatch> before = store.current(tx, user, show);
            Instant since = before.map(Rewatch::startedAt).orElse(Instant.EPOCH);
            if (!store.hasPlays(tx, user, show, since, at)) {
                if (before.isEmpty()) {
                    return before;
                }
                store.deleteFrom(tx, user, show, since);
            }
            return add(tx, user, show, at);
        });
    }

    private Optional<Rewatch> add(Tx tx, UserId user, ShowId show, Instant at) {
        store.add(tx, user, show, store.lastNumber(tx, user, show) + 1, at);
        return store.current(tx, user, show);
    }

    /// Deletes the rewatch that started at a time: its plays count in the run before.
    ///
    /// @return whether there was one
    public boolean undo(UserId user, ShowId show, Instant startedAt) {
        return database.write(tx -> store.delete(tx, user, show, startedAt)) > 0;
    }

    /// Deletes all rewatches of a show: all plays count in one run.
    ///
    /// @return whether there was one
    public boolean undoAll(UserId user, ShowId show) {
        return database.write(tx -> store.deleteFrom(tx, user, show, Instant.EPOCH)) > 0;
    }

    /// The current run of each of these shows; shows in their first run are absent.
    ///
    /// @param shows at most 500
    public Map<ShowId, Rewatch> of(ProfileView profile, Collection<ShowId> shows) {
        UserId owner = profile.owner(ProfileSection.PROGRESS);
        return shows.isEmpty() ? Map.of() : database.read(tx -> store.of(tx, owner, shows));
    }

    /// All rewatches of a user, by show.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<RewatchEntry> page(ProfileView self, @Nullable RewatchEntry after, int max) {
        UserId owner = self.ownerAlone();
        return database.read(tx -> store.page(tx, owner, after, max));
    }

    /// What a deleted account leaves in the table of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("show_rewatch", "kind", "item_id", "run"));
    }

    /// With the precision of the database, so that [#undo] finds it again.
    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
