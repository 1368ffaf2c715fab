package dev.spoolmark.progress;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.history.PendingPlays;
import dev.spoolmark.social.ProfileView;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Progress of users in shows, as v1 documents it: by all plays. v1 knows no rewatch, so a rewatch changes nothing
/// here,
/// and no rule for the next episode. [UpNext] has the progress in the current run.
public final class Progress {

    private final Database database;
    private final Catalog catalog;
    private final PendingPlays pendingPlays;
    private final InstantSource clock;
    private final ProgressStore store = new ProgressStore();
    private final EpisodeSlotStore slots = new EpisodeSlotStore();

    public Progress(Database database, Catalog catalog, PendingPlays pendingPlays, InstantSource clock) {
        this.database = database;
        this.catalog = catalog;
        this.pendingPlays = pendingPlays;
        this.clock = clock;
    }

    /// The progress of a user in all shows that they began and neither hid nor dropped, in no particular order.
    public List<ShowProgress> ofAll(ProfileView profile, ProgressBasis basis) {
        pendingPlays.flush(profile.owner(ProfileSection.PROGRESS));
        return calculate(database.read(tx -> startedShows(tx, profile.owner(ProfileSection.PROGRESS), basis)), basis)
                .stream()
                .filter(show -> show.count().completed() > 0)
                .toList();
    }

    /// The progress of a user in each of these shows, begun or not, hidden or not.
    public List<ShowProgress> of(ProfileView profile, ProgressBasis basis, Collection<ShowId> shows) {
        pendingPlays.flush(profile.owner(ProfileSection.PROGRESS));
        return shows.isEmpty()
                ? List.of()
                : calculate(
                        database.read(tx -> requestedShows(tx, profile.owner(ProfileSection.PROGRESS), shows)), basis);
    }

    private Read startedShows(Tx tx, UserId user, ProgressBasis basis) {
        Map<ShowId, ShowActivity> activities = store.activity(tx, user, ShowScope.ALL);
        activities.values().removeIf(show -> show.isHidden() || !show.hasDone(basis));
        return new Read(activities.keySet(), activities, slots.of(tx, activities.keySet()));
    }

    private Read requestedShows(Tx tx, UserId user, Collection<ShowId> shows) {
        return new Read(shows, store.activity(tx, user, ShowScope.of(shows)), slots.of(tx, shows));
    }

    private List<ShowProgress> calculate(Read read, ProgressBasis basis) {
        Map<ShowId, Show> shows = catalog.shows(read.shows());
        ProgressCalculator calculator = new ProgressCalculator(clock.instant(), basis);
        List<ShowProgress> results = new ArrayList<>();
        for (ShowId id : read.shows()) {
            Show show = shows.get(id);
            if (show != null) {
                results.add(calculator.calculate(show, read.slotsOf(id), read.activityIn(id)));
            }
        }
        return results;
    }

    /// The rows of the requested shows.
    private record Read(
            Collection<ShowId> shows, Map<ShowId, ShowActivity> activity, Map<ShowId, List<EpisodeSlot>> slots) {

        List<EpisodeSlot> slotsOf(ShowId show) {
            return slots.getOrDefault(show, List.of());
        }

        ShowActivity activityIn(ShowId show) {
            return activity.getOrDefault(show, new ShowActivity());
        }
    }
}
