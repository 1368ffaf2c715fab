package dev.spoolmark.episodeorder;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.TableMover;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.catalog.merge.UserItemRows;
import dev.spoolmark.db.Database;
import dev.spoolmark.social.ProfileView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The order of the episodes of each show, which each user chooses.
public final class EpisodeOrders {

    private final Database database;
    private final InstantSource clock;
    private final EpisodeOrderStore store = new EpisodeOrderStore();

    public EpisodeOrders(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Moves the choices when two shows are merged.
    public static UserDataMover mover(ActivityStamps stamps) {
        return new TableMover(EpisodeOrderStore.TABLE, Optional.empty(), stamps);
    }

    /// All choices as rows, for imports.
    public static UserItemRows rows() {
        return new UserItemRows(EpisodeOrderStore.TABLE);
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("air_date_order", "kind", "item_id"));
    }

    /// The order that a user has chosen for a show; [EpisodeOrder#NUMBER] if none.
    ///
    /// @param self the view of the user on their own profile
    public EpisodeOrder of(ProfileView self, ShowId show) {
        return database.read(tx -> store.isByAirDate(tx, self.ownerAlone(), show))
                ? EpisodeOrder.AIR_DATE
                : EpisodeOrder.NUMBER;
    }

    public void choose(UserId user, ShowId show, EpisodeOrder order) {
        Instant now = clock.instant();
        database.write(tx -> switch (order) {
            case NUMBER -> store.remove(tx, user, show);
            case AIR_DATE -> store.add(tx, user, show, now);
        });
    }

    /// The shows that a user has in the order of their air dates, by id.
    ///
    /// @param self the view of the user on their own profile
    /// @param after the last one of the page before; null for the first page
    public List<OrderedShow> page(ProfileView self, @Nullable OrderedShow after, int size) {
        long show = after == null ? 0 : after.show().value();
        return database.read(tx -> store.page(tx, self.ownerAlone(), show, size));
    }
}
