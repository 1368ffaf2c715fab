package dev.spoolmark.rating;

import dev.spoolmark.account.UserId;
import dev.spoolmark.activity.ActivityStamps;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.social.ProfileView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Everyone's ratings: one score for each person and thing, the last one counts.
public final class Ratings {

    /// How many items share a transaction, so that a large library does not keep others from writing.
    private static final int ITEMS_A_TRANSACTION = 500;

    private final Database database;
    private final ActivityStamps timeline;
    private final InstantSource clock;
    private final RatingStore store = new RatingStore();

    public Ratings(Database database, ActivityStamps timeline, InstantSource clock) {
        this.database = database;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// Keeps what `user` says of each thing. Saying it again replaces it; of one thing named twice, the last word
    /// counts. Repeating a call that was cut off half-way does no harm.
    public void rate(UserId user, Collection<RatingChange> opinions) {
        Instant now = clock.instant();
        List<RatingChange> last = List.copyOf(lastWordOnEach(opinions).values());
        for (int from = 0; from < last.size(); from += ITEMS_A_TRANSACTION) {
            List<RatingChange> batch = last.subList(from, Math.min(from + ITEMS_A_TRANSACTION, last.size()));
            database.write(tx -> save(tx, user, batch, now));
        }
    }

    /// What everybody thought of one thing.
    public RatingTotals totals(MediaId item) {
        return totals(List.of(item)).getOrDefault(item, RatingTotals.NONE);
    }

    /// What everybody thought of each of these; who was never rated is absent.
    public Map<MediaId, RatingTotals> totals(Collection<? extends MediaId> items) {
        return database.read(tx -> store.totals(tx, items));
    }

    /// What one person gave these scores among things of a kind, newest first.
    public List<MediaId> of(ProfileView profile, Kind kind, Score lowest, Score highest) {
        return database.read(tx -> store.of(tx, profile.owner(), kind, lowest, highest));
    }

    /// What one person thinks of these things, and since when, in their order; what they have not rated is absent.
    public List<Rating> rated(ProfileView profile, Collection<? extends MediaId> items) {
        return database.read(tx -> store.rated(tx, profile.owner(), items));
    }

    /// What one person thinks of these things; what they have not rated is absent.
    public Map<MediaId, Score> of(ProfileView profile, Collection<? extends MediaId> items) {
        return database.read(tx -> store.scores(tx, profile.owner(), items));
    }

    /// What each of these people thinks of one thing; who has not rated it is absent.
    public Map<UserId, Score> of(Collection<ProfileView> sights, MediaId item) {
        if (sights.isEmpty()) {
            return Map.of();
        }
        List<Long> users = sights.stream()
                .map(profile -> profile.owner().value())
                .distinct()
                .toList();
        return database.read(tx -> store.scores(tx, users, item));
    }

    private boolean save(Tx tx, UserId user, List<RatingChange> opinions, Instant now) {
        store.save(
                tx,
                user,
                opinions.stream().filter(opinion -> !opinion.isRemoval()).toList(),
                now);
        store.remove(tx, user, opinions.stream().filter(RatingChange::isRemoval).toList(), now);
        timeline.changed(tx, user, areas(opinions), now);
        return true;
    }

    private static Set<String> areas(List<RatingChange> opinions) {
        return opinions.stream()
                .map(opinion -> opinion.item().kind().key() + ".rating")
                .collect(Collectors.toSet());
    }

    private static Map<MediaId, RatingChange> lastWordOnEach(Collection<RatingChange> opinions) {
        Map<MediaId, RatingChange> last = new LinkedHashMap<>();
        opinions.forEach(opinion -> last.put(opinion.item(), opinion));
        return last;
    }
}
