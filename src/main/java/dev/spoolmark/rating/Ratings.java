package dev.spoolmark.rating;

import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.activity.ActivityChange;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.activity.ActivityType;
import dev.spoolmark.activity.ItemPosition;
import dev.spoolmark.activity.TableMover;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.merge.UserDataMover;
import dev.spoolmark.catalog.merge.UserItemRows;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.social.ProfileView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// The ratings of users: one score for each user and item; the last one counts.
public final class Ratings {

    /// Items per transaction, so that a large request does not keep others from writing.
    private static final int BATCH = 500;

    private final Database database;
    private final ActivityStamps stamps;
    private final InstantSource clock;
    private final RatingStore store = new RatingStore();

    public Ratings(Database database, ActivityStamps stamps, InstantSource clock) {
        this.database = database;
        this.stamps = stamps;
        this.clock = clock;
    }

    /// All ratings as rows, for imports.
    public static UserItemRows rows() {
        return new UserItemRows(RatingStore.TABLE);
    }

    /// Moves ratings when two items are merged.
    public static UserDataMover mover(ActivityStamps stamps) {
        return new TableMover(RatingStore.TABLE, ActivityType.RATING, stamps);
    }

    /// Stores or removes the scores of a user. A score replaces an earlier one; if an item occurs more than once,
    /// its last change counts. Repeating a call that was interrupted does no harm.
    public void rate(UserId user, Collection<RatingChange> changes) {
        Instant now = clock.instant();
        lastOfEachItem(changes).stream()
                .gather(Gatherers.windowFixed(BATCH))
                .forEach(batch -> database.write(tx -> save(tx, user, batch, now)));
    }

    /// The totals of one item.
    public RatingTotals totals(MediaId item) {
        return totals(List.of(item)).of(item);
    }

    /// The totals of several items.
    public RatingTotalsMap totals(Collection<? extends MediaId> items) {
        return database.read(tx -> store.totals(tx, items));
    }

    /// The items of a kind with scores in this range, newest rating first.
    public List<MediaId> of(ProfileView profile, Kind kind, Score lowest, Score highest) {
        return database.read(tx -> store.of(tx, profile.owner(ProfileSection.RATINGS), kind, lowest, highest));
    }

    /// The ratings of these items, in the order of the items. Items that are not rated are absent.
    public List<Rating> rated(ProfileView profile, Collection<? extends MediaId> items) {
        return database.read(tx -> store.rated(tx, profile.owner(ProfileSection.RATINGS), items));
    }

    /// The scores of these items. Items that are not rated are absent.
    public Map<MediaId, Score> of(ProfileView profile, Collection<? extends MediaId> items) {
        return database.read(tx -> store.scores(tx, profile.owner(ProfileSection.RATINGS), items));
    }

    /// The score of each of these users for one item. Users who have not rated it are absent. This statement reads
    /// rows of several users.
    public Map<UserId, Score> of(Collection<ProfileView> profiles, MediaId item) {
        if (profiles.isEmpty()) {
            return Map.of();
        }
        List<Long> users = profiles.stream()
                .map(profile -> profile.owner(ProfileSection.RATINGS).value())
                .distinct()
                .toList();
        return database.read(tx -> store.scores(tx, users, item));
    }

    private boolean save(Tx tx, UserId user, List<RatingChange> changes, Instant now) {
        store.save(
                tx, user, changes.stream().filter(change -> !change.isRemoval()).toList(), now);
        store.remove(tx, user, changes.stream().filter(RatingChange::isRemoval).toList(), now);
        stamps.changed(
                tx,
                user,
                changes.stream()
                        .map(change -> new ActivityChange(ActivityType.RATING, change.item(), change.isRemoval()))
                        .toList(),
                now);
        return true;
    }

    private static Collection<RatingChange> lastOfEachItem(Collection<RatingChange> changes) {
        Map<MediaId, RatingChange> last = new LinkedHashMap<>();
        changes.forEach(change -> last.put(change.item(), change));
        return last.values();
    }

    /// The ratings of a kind, by item.
    ///
    /// @param after the last one of the page before; null for the first page
    public List<Rating> page(ProfileView profile, Kind kind, @Nullable Rating after, int max) {
        long item = after == null ? 0 : after.item().value();
        return database.read(tx -> store.page(tx, profile.owner(ProfileSection.RATINGS), kind, item, max));
    }

    /// The movies and shows with the best scores; of equal ones the newest rating first.
    public List<Rating> best(ProfileView profile, int max) {
        return database.read(tx -> store.best(tx, profile.owner(ProfileSection.RATINGS), max));
    }

    /// The ratings of a kind, newest first.
    ///
    /// @param after where the last page ended
    public RatingPage newest(ProfileView profile, Kind kind, Optional<ItemPosition> after, int size) {
        UserId user = profile.owner(ProfileSection.RATINGS);
        ItemPosition before = after.orElse(RatingStore.BEFORE_ALL);
        return RatingPage.of(database.read(tx -> store.newest(tx, user, kind, before, size + 1)), size);
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers(InstantSource clock) {
        return List.of(new RatingEraser(clock));
    }
}
