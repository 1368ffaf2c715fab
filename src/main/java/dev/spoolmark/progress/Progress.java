package dev.spoolmark.progress;

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

/// How far everyone is in each show.
public final class Progress {

    private final Database database;
    private final Catalog catalog;
    private final PendingPlays due;
    private final InstantSource clock;
    private final ProgressStore store = new ProgressStore();
    private final EpisodeSlotStore slots = new EpisodeSlotStore();

    public Progress(Database database, Catalog catalog, PendingPlays due, InstantSource clock) {
        this.database = database;
        this.catalog = catalog;
        this.due = due;
        this.clock = clock;
    }

    /// How far one person is in every show they began and did not hide, in no order.
    public List<ShowProgress> ofAll(ProfileView profile, ProgressBasis completion) {
        due.flush(profile.owner());
        return measured(database.read(tx -> begun(tx, profile.owner(), completion)), completion).stream()
                .filter(show -> show.tally().completed() > 0)
                .toList();
    }

    /// How far one person is in each of these shows, begun or not, hidden or not.
    public List<ShowProgress> of(ProfileView profile, ProgressBasis completion, Collection<ShowId> shows) {
        due.flush(profile.owner());
        return shows.isEmpty()
                ? List.of()
                : measured(database.read(tx -> named(tx, profile.owner(), shows)), completion);
    }

    private Read begun(Tx tx, UserId user, ProgressBasis completion) {
        Map<ShowId, ShowActivity> deeds = store.deeds(tx, user, ShowScope.ALL);
        deeds.values().removeIf(show -> show.isHidden() || !show.hasDone(completion));
        return new Read(deeds.keySet(), deeds, slots.of(tx, deeds.keySet()));
    }

    private Read named(Tx tx, UserId user, Collection<ShowId> shows) {
        return new Read(shows, store.deeds(tx, user, ShowScope.of(shows)), slots.of(tx, shows));
    }

    private List<ShowProgress> measured(Read read, ProgressBasis completion) {
        Map<ShowId, Show> shows = catalog.shows(read.shows());
        ProgressCalculator measuring = new ProgressCalculator(clock.instant(), completion);
        List<ShowProgress> measured = new ArrayList<>();
        for (ShowId id : read.shows()) {
            Show show = shows.get(id);
            if (show != null) {
                measured.add(measuring.calculate(show, read.slotsOf(id), read.deedsOf(id)));
            }
        }
        return measured;
    }

    /// What the store knows about the shows that were asked for.
    private record Read(
            Collection<ShowId> shows, Map<ShowId, ShowActivity> deeds, Map<ShowId, List<EpisodeSlot>> slots) {

        List<EpisodeSlot> slotsOf(ShowId show) {
            return slots.getOrDefault(show, List.of());
        }

        ShowActivity deedsOf(ShowId show) {
            return deeds.getOrDefault(show, new ShowActivity());
        }
    }
}
