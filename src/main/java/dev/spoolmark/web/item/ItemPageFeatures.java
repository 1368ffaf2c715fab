package dev.spoolmark.web.item;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.catalog.PersonLookup;
import dev.spoolmark.catalog.source.OnDemandLookup;
import dev.spoolmark.catalog.source.SourceSearch;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.comment.Comments;
import dev.spoolmark.episodeorder.EpisodeOrders;
import dev.spoolmark.favorite.Favorites;
import dev.spoolmark.hidden.Hidden;
import dev.spoolmark.history.PlayAdditions;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.home.HomeFeed;
import dev.spoolmark.lists.ListSearch;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.note.Notes;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.recommendation.Related;
import dev.spoolmark.scrobble.Playback;
import dev.spoolmark.scrobble.Scrobbles;
import dev.spoolmark.search.Search;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.together.WatchedTogether;
import dev.spoolmark.userstate.CoveredEpisodes;
import dev.spoolmark.userstate.ItemDetail;
import dev.spoolmark.userstate.ItemDetails;
import dev.spoolmark.userstate.UserItemStates;
import dev.spoolmark.visibility.ProvisionalAccess;
import dev.spoolmark.watchlist.Watchlist;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the pages of items show and change.
public record ItemPageFeatures(
        Accounts accounts,
        ProfileAccess access,
        Catalog catalog,
        PersonLookup people,
        OnDemandLookup lookups,
        SourceSearch sources,
        ProvisionalAccess visibility,
        PlayAdditions plays,
        Playback playback,
        Scrobbles scrobbles,
        WatchedTogether together,
        Ratings ratings,
        Watchlist watchlist,
        Favorites favorites,
        Hidden hidden,
        CollectionItems collection,
        Lists lists,
        ListSearch listSearch,
        Comments comments,
        Notes notes,
        EpisodeOrders orders,
        PlayHistory history,
        Related related,
        Search search,
        ItemDetails details,
        CoveredEpisodes covered,
        UserItemStates states,
        HomeFeed home,
        ShowFeatures following,
        InstantSource clock) {

    /// The names of the friends to whom a user may offer plays.
    List<String> companions(Account user) {
        return together.whomToOffer(access.self(user)).stream()
                .flatMap(friend -> accounts.find(friend).stream())
                .map(Account::name)
                .toList();
    }

    /// What a user has done with an item, for pages of this user.
    ///
    /// @param show the show whose episodes are marked; null for none
    ItemDetail detail(Account user, MediaId item, @Nullable ShowId show) {
        return details.of(access.self(user), item, show);
    }
}
