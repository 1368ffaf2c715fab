package dev.spoolmark.web.people;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.collection.CollectionItems;
import dev.spoolmark.comparison.Comparisons;
import dev.spoolmark.favorite.Favorites;
import dev.spoolmark.feed.Feed;
import dev.spoolmark.history.PlayHistory;
import dev.spoolmark.lists.Lists;
import dev.spoolmark.progress.UpNext;
import dev.spoolmark.rating.Ratings;
import dev.spoolmark.scrobble.FollowedWatching;
import dev.spoolmark.scrobble.Scrobbles;
import dev.spoolmark.social.Blocks;
import dev.spoolmark.social.Follows;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.stats.ProfileStatistics;
import dev.spoolmark.together.WatchedTogether;
import dev.spoolmark.visibility.ProvisionalAccess;
import dev.spoolmark.watchlist.Watchlist;
import java.time.InstantSource;

/// What the pages about users show and change.
public record PeopleFeatures(
        Accounts accounts,
        ProfileAccess access,
        Follows follows,
        Blocks blocks,
        Catalog catalog,
        ProvisionalAccess visibility,
        PlayHistory history,
        Scrobbles scrobbles,
        FollowedWatching watching,
        Ratings ratings,
        Watchlist watchlist,
        Favorites favorites,
        CollectionItems collection,
        UpNext upNext,
        Lists lists,
        Feed feed,
        ProfileStatistics statistics,
        Comparisons comparisons,
        WatchedTogether together,
        InstantSource clock) {}
