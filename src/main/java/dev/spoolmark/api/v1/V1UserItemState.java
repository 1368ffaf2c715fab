package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.api.v1.model.V1Rating;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.history.WatchedSummary;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.rating.Score;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.watchlist.Watchlist;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the caller thinks, owns and has watched of the things on a page. Without a caller those members are absent,
/// never null (`docs/spec/v1/conventions.md#personal-members`).
public final class V1UserItemState {

    private final ProfileAccess access;
    private final Ratings ratings;
    private final PlayHistory plays;
    private final CollectionItems collected;
    private final Watchlist watchlist;

    public V1UserItemState(
            ProfileAccess access, Ratings ratings, PlayHistory plays, CollectionItems collected, Watchlist watchlist) {
        this.access = access;
        this.ratings = ratings;
        this.plays = plays;
        this.collected = collected;
        this.watchlist = watchlist;
    }

    /// Looks everything up for a page at once: one query of each kind, whatever its length.
    public Page of(@Nullable Account caller, Collection<? extends MediaId> items) {
        if (caller == null || items.isEmpty()) {
            return Page.NOBODY;
        }
        ProfileView own = access.self(caller);
        return new Page(
                true,
                ratings.of(own, items),
                plays.watched(own, items),
                collected.since(own, items),
                watchlist.since(own, items));
    }

    /// How often the caller played these shows; empty without a caller.
    public Map<ShowId, Integer> playsOfShows(@Nullable Account caller, Collection<ShowId> shows) {
        return caller == null || shows.isEmpty() ? Map.of() : plays.ofShows(access.self(caller), shows);
    }

    /// What was found for one page.
    public record Page(
            boolean signedIn,
            Map<MediaId, Score> scores,
            Map<MediaId, WatchedSummary> watched,
            Map<MediaId, Instant> collected,
            Map<MediaId, Instant> listed) {

        static final Page NOBODY = new Page(false, Map.of(), Map.of(), Map.of(), Map.of());

        /// `watched`, `plays`, `rating`, `rating_advanced`, `in_watchlist`, `in_collection`: a movie or an episode.
        public JsonObject addUserState(JsonObject object, MediaId item) {
            if (!signedIn) {
                return object;
            }
            int count = plays(item);
            object.put("watched", count > 0).put("plays", count);
            return addRating(object, item).put("in_collection", collected.containsKey(item));
        }

        /// `rating`, `rating_advanced`, `in_watchlist`: a show.
        public JsonObject addRating(JsonObject object, MediaId item) {
            if (!signedIn) {
                return object;
            }
            Score score = scores.get(item);
            return object.put("rating", V1Rating.word(score))
                    .put("rating_advanced", V1Rating.number(score))
                    .put("in_watchlist", listed.containsKey(item));
        }

        /// `watched` and `rating` alone, as the oldest answers have them beside an item.
        JsonObject addLegacyFields(JsonObject object, MediaId item) {
            return signedIn
                    ? object.put("watched", plays(item) > 0).put("rating", V1Rating.word(scores.get(item)))
                    : object;
        }

        private int plays(MediaId item) {
            WatchedSummary found = watched.get(item);
            return found == null ? 0 : found.plays();
        }
    }
}
