package dev.spoolmark.progress;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Show;
import dev.spoolmark.db.Database;
import dev.spoolmark.social.ProfileView;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The next episodes of some shows, with three statements. The rules are those of [Progress]; plays are not counted.
public final class UpNext {

    private final Database database;
    private final Catalog catalog;
    private final InstantSource clock;
    private final UpNextStore store = new UpNextStore();
    private final EpisodeSlotStore slots = new EpisodeSlotStore();

    public UpNext(Database database, Catalog catalog, InstantSource clock) {
        this.database = database;
        this.catalog = catalog;
        this.clock = clock;
    }

    /// The progress of a user in these shows, as far as there is a next episode, in the order of the shows. The caller
    /// has stored pending plays.
    ///
    /// @param shows at most 500
    public List<ShowProgress> of(ProfileView profile, Collection<ShowId> shows) {
        UserId user = profile.owner(ProfileSection.PROGRESS);
        if (shows.isEmpty()) {
            return List.of();
        }
        Map<ShowId, ShowActivity> activities = database.read(tx -> store.activity(tx, user, shows));
        Map<ShowId, List<EpisodeSlot>> episodes = database.read(tx -> slots.of(tx, shows));
        Map<ShowId, Show> found = catalog.shows(List.copyOf(shows));
        ProgressCalculator calculator = new ProgressCalculator(clock.instant(), ProgressBasis.WATCHED);
        return shows.stream()
                .flatMap(id -> Stream.ofNullable(found.get(id))
                        .map(show -> calculator.calculate(
                                show,
                                episodes.getOrDefault(id, List.of()),
                                activities.getOrDefault(id, new ShowActivity()))))
                .filter(show -> Objects.nonNull(show.next()))
                .toList();
    }
}
