package dev.spoolmark.progress;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.db.Database;
import dev.spoolmark.history.PendingPlays;
import dev.spoolmark.history.PlayMonths;
import dev.spoolmark.social.ProfileView;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/// The shows of a user and their next episodes, in the current run and by the rule that the user has chosen for each
/// show. Status is computed from plays; users pin, hide and drop.
///
/// For pages, and for the progress of v2. The rules for what counts are those of [Progress].
public final class UpNext {

    /// The shows of one statement: their ids occur in it five times.
    private static final int MAX_SHOWS = 4_000;

    private final Database database;
    private final Catalog catalog;
    private final PendingPlays pendingPlays;
    private final InstantSource clock;
    private final UpNextStore store = new UpNextStore();
    private final StartedShowStore started = new StartedShowStore();
    private final EpisodeSlotStore slots = new EpisodeSlotStore();

    public UpNext(Database database, Catalog catalog, PendingPlays pendingPlays, InstantSource clock) {
        this.database = database;
        this.catalog = catalog;
        this.pendingPlays = pendingPlays;
        this.clock = clock;
    }

    /// The shows that a user has begun, pinned, hidden or dropped, the one with the newest play first. Stores pending
    /// plays first.
    public List<StartedShow> started(ProfileView profile) {
        UserId user = profile.owner(ProfileSection.PROGRESS);
        pendingPlays.flush(user);
        return database.read(tx -> started.of(tx, user));
    }

    /// The progress of a user in these shows, in the order of the shows, with three statements for 500 shows and seven
    /// for 1,500. The caller has stored pending plays. Shows that are no longer in the catalog are left out.
    public List<UpNextShow> of(ProfileView profile, Collection<ShowId> shows) {
        UserId user = profile.owner(ProfileSection.PROGRESS);
        ProgressCalculator calculator = new ProgressCalculator(clock.instant(), ProgressBasis.WATCHED);
        return shows.stream()
                .gather(Gatherers.windowFixed(MAX_SHOWS))
                .flatMap(batch -> batch(user, calculator, batch))
                .toList();
    }

    private Stream<UpNextShow> batch(UserId user, ProgressCalculator calculator, List<ShowId> shows) {
        Map<ShowId, ShowActivity> activities = database.read(tx -> store.activity(tx, user, shows));
        Map<ShowId, List<EpisodeSlot>> episodes = database.read(tx -> slots.of(tx, shows));
        Map<ShowId, Show> found = catalog.shows(shows);
        return shows.stream()
                .flatMap(id -> Stream.ofNullable(found.get(id))
                        .map(show -> show(
                                calculator,
                                show,
                                episodes.getOrDefault(id, List.of()),
                                activities.getOrDefault(id, new ShowActivity()))));
    }

    private static UpNextShow show(
            ProgressCalculator calculator, Show show, List<EpisodeSlot> episodes, ShowActivity activity) {
        return new UpNextShow(
                calculator.calculate(show, episodes, activity),
                activity.rule(),
                activity.isPinned(),
                activity.run(),
                activity.runStart());
    }

    /// Changes with every change of a play of the user.
    public long version(ProfileView self) {
        UserId owner = self.ownerAlone();
        return database.read(tx -> PlayMonths.of(tx, owner).version());
    }

    /// How a user follows a show, with one statement.
    public ShowState state(ProfileView self, ShowId show) {
        UserId owner = self.ownerAlone();
        return database.read(tx -> store.state(tx, owner, show));
    }
}
