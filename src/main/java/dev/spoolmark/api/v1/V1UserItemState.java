package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.api.v1.model.V1Rating;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.Season;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.userstate.UserItemPage;
import dev.spoolmark.userstate.UserItemState;
import dev.spoolmark.userstate.UserItemStates;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The members that depend on the caller. Without a caller they are absent, never null
/// (`docs/spec/v1/conventions.md#personal-members`).
public final class V1UserItemState {

    private final ProfileAccess access;
    private final UserItemStates states;

    public V1UserItemState(ProfileAccess access, UserItemStates states) {
        this.access = access;
        this.states = states;
    }

    /// Of the items of a page.
    public Page of(@Nullable Account caller, Collection<? extends MediaId> items) {
        return caller == null || items.isEmpty()
                ? Page.ANONYMOUS
                : new Page(true, states.of(access.self(caller), items));
    }

    /// Of the items of a list, beside which all kinds have the same members (`docs/spec/v1/user.md#userlist`).
    public Page ofList(@Nullable Account caller, List<MediaId> items, Collection<Season> seasons) {
        return caller == null
                ? Page.ANONYMOUS
                : new Page(true, states.withEpisodes(access.self(caller), items, seasons));
    }

    /// How often the caller has played these shows; empty without a caller.
    public Map<ShowId, Integer> playsOfShows(@Nullable Account caller, Collection<ShowId> shows) {
        return caller == null ? Map.of() : states.playsOfShows(access.self(caller), shows);
    }

    /// The states of the items of one page.
    public record Page(boolean signedIn, UserItemPage states) {

        static final Page ANONYMOUS = new Page(false, UserItemPage.EMPTY);

        /// `watched`, `plays`, `rating`, `rating_advanced`, `in_watchlist`, `in_collection`.
        public JsonObject addUserState(JsonObject object, MediaId item) {
            if (!signedIn) {
                return object;
            }
            UserItemState state = states.of(item);
            object.put("watched", state.isWatched()).put("plays", state.plays());
            return addRating(object, item).put("in_collection", state.isCollected());
        }

        /// `rating`, `rating_advanced`, `in_watchlist`: of a show.
        public JsonObject addRating(JsonObject object, MediaId item) {
            if (!signedIn) {
                return object;
            }
            UserItemState state = states.of(item);
            return object.put("rating", V1Rating.loveOrHate(state.score()))
                    .put("rating_advanced", V1Rating.number(state.score()))
                    .put("in_watchlist", state.isWatchlisted());
        }

        /// `watched` and `rating` only, as the oldest responses have them beside an item.
        JsonObject addLegacyFields(JsonObject object, MediaId item) {
            UserItemState state = states.of(item);
            return signedIn
                    ? object.put("watched", state.isWatched()).put("rating", V1Rating.loveOrHate(state.score()))
                    : object;
        }
    }
}
