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
import dev.spoolmark.hidden.Hidden;
import dev.spoolmark.history.PlayAdditions;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.home.HomeFeed;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.note.Notes;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.recommendation.Related;
import dev.spoolmark.scrobble.Playback;
import dev.spoolmark.search.Search;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.userstate.ItemDetail;
import dev.spoolmark.userstate.ItemDetails;
import dev.spoolmark.userstate.UserItemStates;
import dev.spoolmark.visibility.ProvisionalAccess;
import dev.spoolmark.watchlist.Watchlist;
import java.time.InstantSource;
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
        Ratings ratings,
        Watchlist watchlist,
        Hidden hidden,
        CollectionItems collection,
        Lists lists,
        Comments comments,
        Notes notes,
        PlayHistory history,
        Related related,
        Search search,
        ItemDetails details,
        UserItemStates states,
        HomeFeed home,
        ShowFeatures following,
        InstantSource clock) {

    /// What a user has done with an item, for pages of this user.
    ///
    /// @param show the show whose episodes are marked; null for none
    ItemDetail detail(Account user, MediaId item, @Nullable ShowId show) {
        return details.of(access.self(user), item, show);
    }
}
