package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.collection.Collected;
import dev.spoolmark.history.Plays;
import dev.spoolmark.history.Watched;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.rating.Score;
import dev.spoolmark.social.Gate;
import dev.spoolmark.social.Sight;
import dev.spoolmark.watchlist.Watchlist;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the caller thinks, owns and has watched of the things on a page. Without a caller those members are absent,
/// never null (`conventions.md` 3).
final class V1Personal {

    private final Gate gate;
    private final Ratings ratings;
    private final Plays plays;
    private final Collected collected;
    private final Watchlist watchlist;

    V1Personal(Gate gate, Ratings ratings, Plays plays, Collected collected, Watchlist watchlist) {
        this.gate = gate;
        this.ratings = ratings;
        this.plays = plays;
        this.collected = collected;
        this.watchlist = watchlist;
    }

    /// Looks everything up for a page at once: one query of each kind, whatever its length.
    Page of(@Nullable Account caller, Collection<? extends MediaId> items) {
        if (caller == null || items.isEmpty()) {
            return Page.NOBODY;
        }
        Sight own = gate.own(caller);
        return new Page(
                true,
                ratings.of(own, items),
                plays.watched(own, items),
                collected.since(own, items),
                watchlist.since(own, items));
    }

    /// How often the caller played these shows; empty without a caller.
    Map<ShowId, Integer> playsOfShows(@Nullable Account caller, Collection<ShowId> shows) {
        return caller == null || shows.isEmpty() ? Map.of() : plays.ofShows(gate.own(caller), shows);
    }

    /// What was found for one page.
    record Page(
            boolean signedIn,
            Map<MediaId, Score> scores,
            Map<MediaId, Watched> watched,
            Map<MediaId, Instant> collected,
            Map<MediaId, Instant> listed) {

        static final Page NOBODY = new Page(false, Map.of(), Map.of(), Map.of(), Map.of());

        /// `watched`, `plays`, `rating`, `rating_advanced`, `in_watchlist`, `in_collection`: a movie or an episode.
        V1Object putOn(V1Object object, MediaId item) {
            if (!signedIn) {
                return object;
            }
            int count = plays(item);
            object.put("watched", count > 0).put("plays", count);
            return putOpinion(object, item).put("in_collection", collected.containsKey(item));
        }

        /// `rating`, `rating_advanced`, `in_watchlist`: a show.
        V1Object putOpinion(V1Object object, MediaId item) {
            if (!signedIn) {
                return object;
            }
            Score score = scores.get(item);
            return object.put("rating", V1Rating.word(score))
                    .put("rating_advanced", V1Rating.number(score))
                    .put("in_watchlist", listed.containsKey(item));
        }

        /// `watched` and `rating` alone, as the oldest answers have them beside an item.
        V1Object putOlder(V1Object object, MediaId item) {
            return signedIn
                    ? object.put("watched", plays(item) > 0).put("rating", V1Rating.word(scores.get(item)))
                    : object;
        }

        private int plays(MediaId item) {
            Watched found = watched.get(item);
            return found == null ? 0 : found.plays();
        }
    }
}
